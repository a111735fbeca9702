package org.dangwu.rectification;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.engine.Unrestricted;
import org.dangwu.rectification.Accountabilities.Measure;
import org.dangwu.rectification.EscalationLog.Level;

/**
 * Notes what the tables decided and whether anybody is told today: the same level not again within
 * its interval, the same suggestion not twice. The rule of accountability (A34) is about what a
 * body found at its own meeting: what a secretary lists for his superior is only reported to him.
 */
@ModelBean("rectificationEscalation")
class RecordEscalation implements JavaDelegate {

  private final ItemRegister items;
  private final EscalationLog log;
  private final Accountabilities accountabilities;
  private final RectificationDates dates;
  private final RepositoryService repository;
  private final Unrestricted unrestricted;

  RecordEscalation(
      ItemRegister items,
      EscalationLog log,
      Accountabilities accountabilities,
      RectificationDates dates,
      RepositoryService repository,
      Unrestricted unrestricted) {
    this.items = items;
    this.log = log;
    this.accountabilities = accountabilities;
    this.dates = dates;
    this.repository = repository;
    this.unrestricted = unrestricted;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RectificationItem item =
        items.get((String) execution.getVariable(RectificationProcess.ITEM_ID));
    int overdue = (Integer) execution.getVariable(RectificationProcess.OVERDUE_DAYS);
    execution.setVariable(
        RectificationProcess.TELL_LEVEL,
        mayTell(item, overdue, execution)
            ? execution.getVariable(RectificationProcess.ESCALATION_LEVEL)
            : null);
    execution.setVariable(
        RectificationProcess.ACCOUNTABILITY_RAISED,
        RectificationProcess.answer(
            !item.isOfSecretary()
                && accountabilities.raise(
                    item,
                    overdue,
                    (Boolean) execution.getVariable(RectificationProcess.REPORTED),
                    Measure.valueOf(
                        (String) execution.getVariable(RectificationProcess.SUGGESTION)),
                    tableId(execution))));
  }

  /**
   * An item extended meanwhile may lie far from its new limit when the timer of the old one fires.
   */
  private boolean mayTell(RectificationItem item, int overdue, DelegateExecution execution) {
    return dates.isWatched(item.dueOn(), item.organization(), item.year())
        && log.note(
            item.id(),
            Level.valueOf((String) execution.getVariable(RectificationProcess.ESCALATION_LEVEL)),
            overdue,
            ((Number) execution.getVariable(RectificationProcess.REPEAT_DAYS)).intValue());
  }

  /** The table of the deployment that this instance runs with. */
  private String tableId(DelegateExecution execution) {
    return unrestricted.call(
        () ->
            repository
                .createDecisionDefinitionQuery()
                .deploymentId(
                    repository
                        .getProcessDefinition(execution.getProcessDefinitionId())
                        .getDeploymentId())
                .decisionDefinitionKey(RectificationProcess.ACCOUNTABILITY_TABLE)
                .singleResult()
                .getId());
  }
}
