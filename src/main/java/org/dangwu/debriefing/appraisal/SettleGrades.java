package org.dangwu.debriefing.appraisal;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.desk.Lists;
import org.dangwu.engine.ModelBean;

/**
 * The grades that the committee carried stand from now on (C16, C20, C23). From here the run goes
 * on with those who have a grade: who left his post in the year wrote his part and has none unless
 * it was decided so (E25).
 */
@ModelBean("debriefDecided")
class SettleGrades implements JavaDelegate {

  private final Settlement settlement;
  private final LowGrades lowGrades;
  private final DebriefEntries entries;

  SettleGrades(Settlement settlement, LowGrades lowGrades, DebriefEntries entries) {
    this.settlement = settlement;
    this.lowGrades = lowGrades;
    this.entries = entries;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable(DebriefingProcess.CASE_ID);
    String organization = (String) execution.getVariable(DebriefingProcess.ORGANIZATION);
    settlement.settle(
        caseId, organization, (Integer) execution.getVariable(DebriefingProcess.YEAR));
    List<String> low = lowGrades.open(caseId, organization);
    execution.setVariable(DebriefingProcess.TALK_ENTRIES, Lists.json(low));
    execution.setVariable(
        DebriefingProcess.ENTRIES,
        Lists.json(entries.graded(caseId).stream().map(DebriefEntry::entryId).toList()));
  }
}
