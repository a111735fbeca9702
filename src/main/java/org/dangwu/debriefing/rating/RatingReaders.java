package org.dangwu.debriefing.rating;

import java.util.List;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may see what participants' ratings tell: the committee that decides, and the organizers. */
@Component("debriefRatingReaders")
class RatingReaders {

  private static final List<String> ROLES = List.of(CaseRoles.ORGANIZERS, "recorder");

  private final ProcedureCases cases;
  private final DebriefCommittees committees;
  private final CaseRoles roles;

  RatingReaders(ProcedureCases cases, DebriefCommittees committees, CaseRoles roles) {
    this.cases = cases;
    this.committees = committees;
    this.roles = roles;
  }

  /**
   * @throws ResponseStatusException 404 for everybody else, whether there is such a run or not
   */
  ProcedureCase open(String caseId, String user) {
    return cases
        .find(caseId)
        .filter(run -> run.kind() == ProcedureKind.DEBRIEFING)
        .filter(run -> mayRead(user, run.organization()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private boolean mayRead(String user, String organization) {
    return committees.members(organization).stream().anyMatch(one -> one.personId().equals(user))
        || committees.secretary(organization).filter(one -> one.personId().equals(user)).isPresent()
        || roles.holdsAny(user, organization, ROLES);
  }
}
