package org.dangwu.memberreview.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.memberreview.ReviewOutcomes;
import org.dangwu.memberreview.ReviewOutcomes.BranchOutcome;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.OrganizationLevel;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.UnitType;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.GuidedBodies.Body;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts for the appraisal say that and when a review was held, never which grades came out. */
class ReviewFactsTest {

  private static final int YEAR = 2026;
  private final Organizations organizations = mock(Organizations.class);
  private final ProcedureCases cases = mock(ProcedureCases.class);
  private final ReviewYearBook book = mock(ReviewYearBook.class);
  private final ReviewOutcomes outcomes = mock(ReviewOutcomes.class);
  private final ReviewFacts facts = new ReviewFacts(organizations, cases, book, outcomes);

  @BeforeEach
  void oneTownWithABranch() {
    Organization town = unit("YL09", OrganizationKind.COMMITTEE);
    when(organizations.find("YL09")).thenReturn(Optional.of(town));
    when(organizations.find("YL0904"))
        .thenReturn(Optional.of(unit("YL0904", OrganizationKind.BRANCH)));
    when(organizations.baseCommittee("YL0904")).thenReturn(Optional.of(town));
    when(cases.of(any(), any(), org.mockito.ArgumentMatchers.anyInt())).thenReturn(List.of());
    run(ProcedureKind.MEMBER_REVIEW, "YL0904", "branch");
    run(ProcedureKind.MEMBER_REVIEW_YEAR, "YL09", "year");
    when(book.find("year"))
        .thenReturn(
            Optional.of(
                new ReviewYear(
                    "year",
                    "YL09",
                    YEAR,
                    LocalDate.of(YEAR, 12, 20),
                    LocalDate.of(YEAR, 12, 10),
                    true,
                    "NONE",
                    false)));
    when(book.of("year"))
        .thenReturn(List.of(new Body("YL0903", "三支部", null), new Body("YL0904", "四支部", null)));
  }

  @Proves("A35")
  @Test
  void aBranchIsKnownToHaveReviewedItsMembersInTimeOrNot() {
    held(LocalDate.of(YEAR, 12, 20));
    assertThat(facts.factsOf("YL0904", YEAR))
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.type()).isEqualTo(Fact.Type.MEMBERS_REVIEWED);
              assertThat(fact.words()).isEqualTo("评定 22 人，应评定 23 人");
              assertThat(fact.kept()).isTrue();
            });
    held(LocalDate.of(YEAR, 12, 21));
    assertThat(facts.factsOf("YL0904", YEAR))
        .singleElement()
        .satisfies(fact -> assertThat(fact.kept()).isFalse());
  }

  @Proves("A35")
  @Test
  void aCommitteeIsKnownByHowManyOfItsBranchesDid() {
    assertThat(facts.factsOf("YL09", YEAR)).isEmpty();
    held(LocalDate.of(YEAR, 12, 15));
    assertThat(facts.factsOf("YL09", YEAR))
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.words()).isEqualTo("已评议 1 个，应评议 2 个");
              assertThat(fact.kept()).isFalse();
            });
    when(book.isExempt("year", "YL0903")).thenReturn(true);
    assertThat(facts.factsOf("YL09", YEAR))
        .singleElement()
        .satisfies(fact -> assertThat(fact.kept()).isTrue());
  }

  @Test
  void aBranchWhoseGradesDoNotStandYetContributesNothing() {
    when(outcomes.of("branch")).thenReturn(Optional.empty());
    assertThat(facts.factsOf("YL0904", YEAR)).isEmpty();
  }

  private void held(LocalDate day) {
    BranchOutcome outcome =
        new BranchOutcome(
            "branch", "YL0904", YEAR, day, true, 22, 23, Map.of(ReviewGrade.EXCELLENT, 7));
    when(outcomes.of("branch")).thenReturn(Optional.of(outcome));
    when(outcomes.under("YL09", YEAR)).thenReturn(List.of(outcome));
  }

  private void run(ProcedureKind kind, String organization, String caseId) {
    when(cases.of(kind, organization, YEAR))
        .thenReturn(
            List.of(
                new ProcedureCase(
                    caseId,
                    kind,
                    organization,
                    organization,
                    YEAR,
                    kind.businessKey(YEAR, organization),
                    "p",
                    "YL09",
                    "p0001",
                    Instant.parse("2026-11-01T00:00:00Z"),
                    null,
                    ProcedureCase.State.RUNNING,
                    0)));
  }

  private static Organization unit(String code, OrganizationKind kind) {
    return new Organization(
        code,
        code,
        kind,
        OrganizationLevel.GRASSROOTS,
        "YL",
        "YL09",
        "/YL/" + code + "/",
        1,
        true,
        UnitType.OTHER);
  }
}
