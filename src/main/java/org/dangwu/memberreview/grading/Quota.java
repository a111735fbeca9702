package org.dangwu.memberreview.grading;

import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;

/**
 * How many may generally be rated 优秀 (B18): a share of the formal members of the branch. Whether a
 * list exceeds it is for the table {@code excellent_quota} to say.
 */
@Component
class Quota {

  private final ReviewRosters rosters;
  private final Parameters parameters;

  Quota(ReviewRosters rosters, Parameters parameters) {
    this.rosters = rosters;
    this.parameters = parameters;
  }

  int most(String caseId, String organization, int year) {
    int numerator = parameters.number("review.excellentNumerator", organization, year);
    int denominator = parameters.number("review.excellentDenominator", organization, year);
    return rosters.counts(caseId).formalBase() * numerator / denominator;
  }

  int formal(String caseId) {
    return rosters.counts(caseId).formalBase();
  }
}
