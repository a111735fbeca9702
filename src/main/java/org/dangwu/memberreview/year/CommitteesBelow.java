package org.dangwu.memberreview.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/**
 * How far the grass-roots committees below an organisation department's committee are (B01): counts
 * of branches, in the order of the roster, no ranking.
 */
@Component
class CommitteesBelow {

  private final Organizations organizations;
  private final CaseRoles roles;
  private final ProcedureCases cases;
  private final ReviewYearBook book;
  private final ReviewYearStandings standings;

  CommitteesBelow(
      Organizations organizations,
      CaseRoles roles,
      ProcedureCases cases,
      ReviewYearBook book,
      ReviewYearStandings standings) {
    this.organizations = organizations;
    this.roles = roles;
    this.cases = cases;
    this.book = book;
    this.standings = standings;
  }

  /** Whether the person works for an organisation department that has committees below it. */
  boolean serves(String userId) {
    return !roles.servedByOrganizationDepartment(userId).isEmpty();
  }

  List<CommitteeStanding> of(String userId, int year) {
    List<CommitteeStanding> found = new ArrayList<>();
    for (Organization served : roles.servedByOrganizationDepartment(userId)) {
      List<Organization> below = organizations.below(served.code());
      below.stream()
          .filter(unit -> unit.kind() == OrganizationKind.COMMITTEE)
          .filter(committee -> branches(below, committee) > 0)
          .map(committee -> standing(committee, year, branches(below, committee)))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  private CommitteeStanding standing(Organization committee, int year, long branches) {
    Optional<ProcedureCase> run =
        cases.of(ProcedureKind.MEMBER_REVIEW_YEAR, committee.code(), year).stream()
            .filter(found -> found.state() != ProcedureCase.State.CANCELLED)
            .findFirst();
    List<BranchStanding> all =
        run.flatMap(found -> book.find(found.caseId())).map(standings::of).orElse(List.of());
    return new CommitteeStanding(
        committee.name(),
        run.map(ProcedureCase::caseId).orElse(null),
        Math.toIntExact(branches),
        count(all, BranchState.FILED),
        count(all, BranchState.EXEMPT) + count(all, BranchState.TERMINATED),
        Math.toIntExact(all.stream().filter(BranchStanding::overdue).count()));
  }

  private static long branches(List<Organization> below, Organization committee) {
    return below.stream()
        .filter(unit -> unit.kind() == OrganizationKind.BRANCH)
        .filter(branch -> branch.tenant().equals(committee.code()))
        .count();
  }

  private static int count(List<BranchStanding> all, BranchState state) {
    return Math.toIntExact(all.stream().filter(branch -> branch.state() == state).count());
  }

  /**
   * One committee.
   *
   * @param runCase case of its deployment, or null while nothing is deployed
   */
  public record CommitteeStanding(
      String name, String runCase, int branches, int filed, int exempt, int overdue) {}
}
