package org.dangwu.memberreview.grading;

/** Tasks of {@code member-review.bpmn} that this package speaks of. */
final class GradingSteps {

  static final String PREPARE_BALLOT = "UserTask_PrepareBallot";
  static final String ANALYSE = "UserTask_Analyse";
  static final String HOLD_ASSEMBLY = "UserTask_HoldAssembly";
  static final String APPROVE_ITEMS = "UserTask_ApproveItems";

  private GradingSteps() {}
}
