package org.dangwu.lifemeeting;

import java.util.List;
import java.util.stream.Stream;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.Rosters;
import org.springframework.stereotype.Component;

/**
 * Who may take the chair when the principal's post is vacant or he may not (E07): a member of the
 * body or a leader of the superior, chosen by the superior.
 */
@Component
class ChairDesignation {

  private final Rosters rosters;
  private final ProcedureCases cases;
  private final Organizations organizations;

  ChairDesignation(Rosters rosters, ProcedureCases cases, Organizations organizations) {
    this.rosters = rosters;
    this.cases = cases;
    this.organizations = organizations;
  }

  /** First the body's members in rank order, then the superior's leaders. */
  List<Candidate> candidates(String caseId) {
    Stream<Candidate> members =
        rosters.of(caseId).stream()
            .map(entry -> new Candidate(entry.personId(), entry.name(), entry.title(), false));
    Stream<Candidate> leaders =
        cases
            .find(caseId)
            .map(ProcedureCase::organization)
            .flatMap(organizations::superior)
            .map(Organization::code)
            .stream()
            .flatMap(code -> organizations.leadingBody(code).stream())
            .map(leader -> new Candidate(leader.personId(), leader.name(), leader.title(), true));
    return Stream.concat(members, leaders).toList();
  }

  boolean mayChair(String caseId, Object personId) {
    return candidates(caseId).stream().anyMatch(candidate -> candidate.personId().equals(personId));
  }

  /**
   * @param leader whether he is a leader of the superior, not a member of the body
   */
  record Candidate(String personId, String name, String title, boolean leader) {}
}
