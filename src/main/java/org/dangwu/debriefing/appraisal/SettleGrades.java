package org.dangwu.debriefing.appraisal;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.desk.Lists;
import org.dangwu.engine.ModelBean;

/** The grades that the committee carried stand from now on (C16, C20, C23). */
@ModelBean("debriefDecided")
class SettleGrades implements JavaDelegate {

  private final Settlement settlement;
  private final LowGrades lowGrades;

  SettleGrades(Settlement settlement, LowGrades lowGrades) {
    this.settlement = settlement;
    this.lowGrades = lowGrades;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable(DebriefingProcess.CASE_ID);
    String organization = (String) execution.getVariable(DebriefingProcess.ORGANIZATION);
    settlement.settle(
        caseId, organization, (Integer) execution.getVariable(DebriefingProcess.YEAR));
    List<String> low = lowGrades.open(caseId, organization);
    execution.setVariable(DebriefingProcess.TALK_ENTRIES, Lists.json(low));
  }
}
