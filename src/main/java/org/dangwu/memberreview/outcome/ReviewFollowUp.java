package org.dangwu.memberreview.outcome;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.desk.Lists;
import org.dangwu.engine.ModelBean;
import org.dangwu.memberreview.outcome.FollowUps.Work;

/** Hands the run the ids of what is to be done (B22–B25); ids that name nobody. */
@ModelBean("reviewFollowUp")
class ReviewFollowUp implements JavaDelegate {

  private final FollowUps followUps;

  ReviewFollowUp(FollowUps followUps) {
    this.followUps = followUps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Work work = followUps.of((String) execution.getVariable("caseId"));
    execution.setVariable("praiseItems", Lists.json(work.praise()));
    execution.setVariable("helpItems", Lists.json(work.help()));
    execution.setVariable("disposals", Lists.json(work.disposals()));
  }
}
