package org.dangwu.lifemeeting;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.dangwu.engine.ModelBean;
import org.dangwu.engine.Unrestricted;

/**
 * Step 移交主持任务 of the model: what waits for the chair goes to the person designated now (E07). The
 * model says which tasks are the chair's: those assigned to {@code ${chair}}.
 */
@ModelBean("chairHandOver")
class ChairHandOver implements JavaDelegate {

  private static final String CHAIR = "chair";
  private static final String TO_THE_CHAIR = "${" + CHAIR + "}";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final Unrestricted unrestricted;

  ChairHandOver(
      RuntimeService runtime,
      TaskService tasks,
      RepositoryService repository,
      Unrestricted unrestricted) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.repository = repository;
    this.unrestricted = unrestricted;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String chair = (String) execution.getVariable(CHAIR);
    String run = execution.getProcessInstanceId();
    unrestricted.run(
        () ->
            open(run).stream()
                .filter(this::isTheChairs)
                .forEach(task -> tasks.setAssignee(task.getId(), chair)));
  }

  private List<Task> open(String run) {
    return runtime.createProcessInstanceQuery().rootProcessInstanceId(run).list().stream()
        .flatMap(
            instance -> tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream())
        .toList();
  }

  private boolean isTheChairs(Task task) {
    return repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey())
            instanceof UserTask element
        && TO_THE_CHAIR.equals(element.getCamundaAssignee());
  }
}
