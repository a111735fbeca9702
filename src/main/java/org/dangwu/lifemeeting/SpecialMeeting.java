package org.dangwu.lifemeeting;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/**
 * Step 另行召开专题民主生活会 of the model (A03, E09): starts a special run of this body beside the year's
 * own. Reads {@code specialTrigger}; optionally {@code specialReference} and {@code specialDate},
 * else it is planned for the day of the year's own meeting.
 */
@ModelBean("specialMeeting")
class SpecialMeeting implements JavaDelegate {

  private final SpecialRuns runs;

  SpecialMeeting(SpecialRuns runs) {
    this.runs = runs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(SpecialRuns.TRIGGER, execution.getVariable(SpecialRuns.TRIGGER));
    facts.put(SpecialRuns.REFERENCE, execution.getVariable(SpecialRuns.REFERENCE));
    Date planned = (Date) execution.getVariable(SpecialRuns.DATE);
    facts.put(
        LifeMeetingProcess.MEETING_DATE.name(),
        planned == null ? LifeMeetingProcess.MEETING_DATE.from(execution) : planned);
    runs.separate(
        LifeMeetingProcess.CASE_ID.from(execution),
        LifeMeetingProcess.ORGANIZATION.from(execution),
        LifeMeetingProcess.YEAR.from(execution),
        facts);
  }
}
