package org.dangwu.memberreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of reviews, as numbers: for the base committee and for the appraisal of those who
 * lead a branch. Never who received which grade, and nothing before the grades of a branch stand.
 */
public interface ReviewOutcomes {

  /** Empty while the grades of the run do not all stand. */
  Optional<BranchOutcome> of(String caseId);

  /** Those of the branches of a base committee whose grades stand, in the order of the branches. */
  List<BranchOutcome> under(String baseCommittee, int year);

  /**
   * @param held day of the assembly that decided last, {@code null} when there was none
   * @param inTime whether it was by 31 March of the following year at the latest
   * @param graded how many received a grade
   * @param due how many were to receive one, those in suspense included
   * @param counts grade → how many, only grades that were given
   */
  record BranchOutcome(
      String caseId,
      String organization,
      int year,
      LocalDate held,
      boolean inTime,
      int graded,
      int due,
      Map<ReviewGrade, Integer> counts) {

    public BranchOutcome {
      counts = Map.copyOf(counts);
    }
  }
}
