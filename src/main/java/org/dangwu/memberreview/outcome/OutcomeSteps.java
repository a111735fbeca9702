package org.dangwu.memberreview.outcome;

/** Tasks of {@code member-review.bpmn} that this package speaks of. */
final class OutcomeSteps {

  static final String ACKNOWLEDGE = "UserTask_AcknowledgeResult";
  static final String HEAR = "UserTask_HearObjection";
  static final String DECIDE = "UserTask_DecideObjection";
  static final String PRAISE = "UserTask_Praise";
  static final String HELP_PLAN = "UserTask_HelpPlan";
  static final String CHECK_HELP = "UserTask_CheckHelp";

  private OutcomeSteps() {}
}
