package org.dangwu.memberreview.preparation;

/** Ids of the user tasks of the preparation, as the model has them. */
final class PreparationSteps {

  static final String MAKE_PLAN = "UserTask_MakeReviewPlan";
  static final String WRITE_SUMMARY = "UserTask_WriteSummary";
  static final String CHECK_SUMMARY = "UserTask_CheckSummary";
  static final String WRITE_LATE_SUMMARY = "UserTask_WriteLateSummary";
  static final String CHECK_LATE_SUMMARY = "UserTask_CheckLateSummary";
  static final String HANDLE_MISSING_SUMMARY = "UserTask_HandleMissingSummary";
  static final String HOLD_PEER_REVIEW = "UserTask_HoldPeerReview";
  static final String PRIVATE_TALK = "UserTask_PrivateTalk";

  private PreparationSteps() {}
}
