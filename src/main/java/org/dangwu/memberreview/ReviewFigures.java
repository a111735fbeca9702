package org.dangwu.memberreview;

import org.dangwu.engine.ModelBean;
import org.dangwu.procedure.Parameters;

/** Figures of the year that the model of the review hands to its tables. */
@ModelBean("reviewFigures")
public class ReviewFigures {

  private final Parameters parameters;

  ReviewFigures(Parameters parameters) {
    this.parameters = parameters;
  }

  /** Numerator of the share of formal members who may be graded 优秀 (B18). */
  public int excellentNumerator(String organization, int year) {
    return parameters.number("review.excellentNumerator", organization, year);
  }

  /** Denominator of that share. */
  public int excellentDenominator(String organization, int year) {
    return parameters.number("review.excellentDenominator", organization, year);
  }
}
