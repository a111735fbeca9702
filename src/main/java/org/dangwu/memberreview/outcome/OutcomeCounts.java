package org.dangwu.memberreview.outcome;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.memberreview.ReviewOutcomes;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.RosterState;
import org.dangwu.memberreview.grading.Item;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.grading.ItemState;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts grades that stand. */
@Component
class OutcomeCounts implements ReviewOutcomes {

  private final ItemBook items;
  private final ReviewRosters rosters;
  private final ProcedureCases cases;
  private final Organizations organizations;
  private final JdbcClient jdbc;

  OutcomeCounts(
      ItemBook items,
      ReviewRosters rosters,
      ProcedureCases cases,
      Organizations organizations,
      JdbcClient jdbc) {
    this.items = items;
    this.rosters = rosters;
    this.cases = cases;
    this.organizations = organizations;
    this.jdbc = jdbc;
  }

  @Override
  public Optional<BranchOutcome> of(String caseId) {
    List<Item> all =
        items.of(caseId).stream().filter(item -> item.state() != ItemState.REMOVED).toList();
    if (all.isEmpty() || all.stream().anyMatch(item -> item.state() != ItemState.SETTLED)) {
      return Optional.empty();
    }
    Map<ReviewGrade, Integer> counts = new EnumMap<>(ReviewGrade.class);
    all.forEach(item -> counts.merge(item.finalGrade(), 1, Integer::sum));
    long suspended =
        rosters.of(caseId).stream()
            .map(RosterMember::state)
            .filter(RosterState.SUSPENDED::equals)
            .count();
    LocalDate held = held(caseId);
    Item first = all.get(0);
    return Optional.of(
        new BranchOutcome(
            caseId,
            first.organization(),
            first.year(),
            held,
            held != null && !held.isAfter(LocalDate.of(first.year() + 1, 3, 31)),
            all.size(),
            all.size() + (int) suspended,
            counts));
  }

  @Override
  public List<BranchOutcome> under(String baseCommittee, int year) {
    return organizations.below(baseCommittee).stream()
        .filter(branch -> branch.kind() == OrganizationKind.BRANCH)
        .map(Organization::code)
        .flatMap(branch -> cases.of(ProcedureKind.MEMBER_REVIEW, branch, year).stream())
        .filter(run -> run.state() != ProcedureCase.State.CANCELLED)
        .map(ProcedureCase::caseId)
        .flatMap(id -> of(id).stream())
        .toList();
  }

  private LocalDate held(String caseId) {
    return jdbc
        .sql("select held_on from memberreview_assembly where case_id = ? and settled = true")
        .param(caseId)
        .query(LocalDate.class)
        .list()
        .stream()
        .max(LocalDate::compareTo)
        .orElse(null);
  }
}
