package org.dangwu.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Form service that checks every submission on the server; the browser's checks are only a
 * courtesy.
 */
final class GuardedFormService extends FormServiceImpl {

  private final SubmissionGate gate;

  GuardedFormService(SubmissionGate gate) {
    this.gate = gate;
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> properties) {
    complete(taskId, properties, false, false);
  }

  @Override
  public void submitTaskFormData(String taskId, Map<String, String> properties) {
    submitTaskForm(taskId, new LinkedHashMap<>(properties));
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> properties, boolean deserializeValues) {
    return complete(taskId, properties, true, deserializeValues);
  }

  /**
   * Completes the task itself: the engine's way for forms would write each field into the history a
   * second time.
   */
  private VariableMap complete(
      String taskId, Map<String, Object> properties, boolean inReturn, boolean deserialize) {
    return gate.submit(
        commandExecutor,
        taskId,
        properties,
        checked ->
            commandExecutor.execute(new CompleteTaskCmd(taskId, checked, inReturn, deserialize)));
  }

  @Override
  public ProcessInstance submitStartForm(String definitionId, Map<String, Object> properties) {
    return submitStartForm(definitionId, null, properties);
  }

  @Override
  public ProcessInstance submitStartForm(
      String definitionId, String businessKey, Map<String, Object> properties) {
    return gate.start(
        commandExecutor,
        definitionId,
        properties,
        // The business key is made from kind, year and organisation; one typed in would break its
        // uniqueness.
        checked -> super.submitStartForm(definitionId, (String) null, checked));
  }

  @Override
  public ProcessInstance submitStartFormData(
      String definitionId, String businessKey, Map<String, String> properties) {
    return submitStartForm(definitionId, businessKey, new LinkedHashMap<>(properties));
  }

  @Override
  public ProcessInstance submitStartFormData(String definitionId, Map<String, String> properties) {
    return submitStartForm(definitionId, new LinkedHashMap<>(properties));
  }
}
