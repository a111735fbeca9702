package org.dangwu.memberreview.year;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dangwu.memberreview.ReviewOutcomes;
import org.dangwu.memberreview.ReviewOutcomes.BranchOutcome;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.FactSource;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/**
 * What reviews contribute to the appraisal of those who lead branches and committees (A35, C04):
 * that they were held, in time, and for how many. Never a grade.
 */
@Component
class ReviewFacts implements FactSource {

  private final Organizations organizations;
  private final ProcedureCases cases;
  private final ReviewYearBook book;
  private final ReviewOutcomes outcomes;

  ReviewFacts(
      Organizations organizations,
      ProcedureCases cases,
      ReviewYearBook book,
      ReviewOutcomes outcomes) {
    this.organizations = organizations;
    this.cases = cases;
    this.book = book;
    this.outcomes = outcomes;
  }

  @Override
  public List<Fact> factsOf(String organization, int year) {
    Optional<Organization> found = organizations.find(organization);
    if (found.filter(o -> o.kind() == OrganizationKind.BRANCH).isPresent()) {
      return run(ProcedureKind.MEMBER_REVIEW, organization, year)
          .flatMap(run -> outcomes.of(run.caseId()))
          .filter(outcome -> outcome.held() != null)
          .map(this::ofBranch)
          .stream()
          .toList();
    }
    return run(ProcedureKind.MEMBER_REVIEW_YEAR, organization, year)
        .flatMap(run -> ofCommittee(run))
        .stream()
        .toList();
  }

  private Fact ofBranch(BranchOutcome outcome) {
    boolean inTime =
        organizations
            .baseCommittee(outcome.organization())
            .flatMap(base -> run(ProcedureKind.MEMBER_REVIEW_YEAR, base.code(), outcome.year()))
            .flatMap(run -> book.find(run.caseId()))
            .map(deployed -> !outcome.held().isAfter(deployed.endsOn()))
            .orElse(outcome.inTime());
    return new Fact(
        outcome.caseId(),
        outcome.organization(),
        outcome.year(),
        Fact.Type.MEMBERS_REVIEWED,
        "",
        outcome.held(),
        outcome.graded(),
        outcome.due(),
        inTime);
  }

  private Optional<Fact> ofCommittee(ProcedureCase run) {
    List<BranchOutcome> held =
        outcomes.under(run.organization(), run.year()).stream()
            .filter(outcome -> outcome.held() != null)
            .toList();
    int holding =
        Math.toIntExact(
            book.of(run.caseId()).stream()
                .filter(branch -> !book.isExempt(run.caseId(), branch.code()))
                .count());
    Optional<LocalDate> last =
        held.stream()
            .map(BranchOutcome::held)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder());
    return last.map(
        day ->
            new Fact(
                run.caseId(),
                run.organization(),
                run.year(),
                Fact.Type.BRANCHES_REVIEWED,
                "",
                day,
                held.size(),
                holding,
                held.size() == holding));
  }

  private Optional<ProcedureCase> run(ProcedureKind kind, String organization, int year) {
    return cases.of(kind, organization, year).stream()
        .filter(run -> run.state() != ProcedureCase.State.CANCELLED)
        .findFirst();
  }
}
