package org.dangwu.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.ExtraRunRoles;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Component;

/**
 * Who may see how far a run is: those of the body, its superior's departments, who started it, and
 * who has a role in this one run, such as its designated chair (E07).
 */
@Component
class CaseVisibility {

  private static final List<String> ROLES =
      List.of(
          CaseRoles.MEMBER,
          "recorder",
          "office",
          "archivist",
          CaseRoles.SUPERIOR_ORGANIZATION,
          CaseRoles.SUPERIOR_DISCIPLINE,
          "superiorPrincipal",
          "superiorOffice",
          CaseRoles.BRANCH_COMMITTEE,
          CaseRoles.BASE_OFFICE,
          CaseRoles.BASE_SECRETARY);

  private static final List<String> ROLES_OF_A_GUIDING_RUN =
      Stream.concat(
              ROLES.stream(),
              Stream.of(CaseRoles.ORGANIZATION_DEPARTMENT, CaseRoles.DISCIPLINE_COMMISSION))
          .toList();

  private final CaseRoles roles;
  private final List<ExtraRunRoles> extraRoles;

  CaseVisibility(CaseRoles roles, List<ExtraRunRoles> extraRoles) {
    this.roles = roles;
    this.extraRoles = extraRoles;
  }

  boolean maySee(String userId, ProcedureCase run) {
    return userId.equals(run.startedBy())
        || roles.holdsAny(
            userId,
            run.organization(),
            run.kind().guidesBodiesBelow() ? ROLES_OF_A_GUIDING_RUN : ROLES)
        || extraRoles.stream().anyMatch(extra -> !extra.of(userId, run).isEmpty());
  }
}
