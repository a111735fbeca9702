package org.dangwu.memberreview.outcome;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.grading.ItemState;

/** Enters for everybody whose grade stands what goes into personal files (B27). */
@ModelBean("reviewFilingTargets")
class ReviewFilingTargets implements JavaDelegate {

  private final ItemBook items;
  private final PersonalFiles files;

  ReviewFilingTargets(ItemBook items, PersonalFiles files) {
    this.items = items;
    this.files = files;
  }

  @Override
  public void execute(DelegateExecution execution) {
    items.of((String) execution.getVariable("caseId")).stream()
        .filter(item -> item.state() == ItemState.SETTLED)
        .forEach(files::enter);
  }
}
