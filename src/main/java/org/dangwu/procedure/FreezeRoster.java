package org.dangwu.procedure;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.dangwu.engine.ModelBean;

/** Freezes the people due, so that later changes in the roster do not move a quorum unnoticed. */
@ModelBean("freezeRoster")
class FreezeRoster implements JavaDelegate {

  private final RosterStore rosters;

  FreezeRoster(RosterStore rosters) {
    this.rosters = rosters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    List<RosterEntry> frozen =
        rosters.freezeLeadingBody(
            (String) execution.getVariable("caseId"),
            (String) execution.getVariable("organization"));
    List<String> members = frozen.stream().map(RosterEntry::personId).toList();
    execution.setVariable(
        "members",
        Variables.objectValue(new java.util.ArrayList<>(members))
            .serializationDataFormat(Variables.SerializationDataFormats.JSON)
            .create());
    // A vacant post stays empty: whoever ranks first does not become the principal (E07).
    String principal =
        frozen.stream()
            .filter(RosterEntry::principal)
            .map(RosterEntry::personId)
            .findFirst()
            .orElse(null);
    execution.setVariable("principal", principal);
    execution.setVariable("chair", principal);
    execution.setVariable("principalVacant", principal == null);
    execution.setVariable("dueCount", frozen.size());
  }
}
