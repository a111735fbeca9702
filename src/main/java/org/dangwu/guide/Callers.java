package org.dangwu.guide;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.dangwu.guide.FollowingSteps.Caller;
import org.springframework.stereotype.Component;

/** Finds which step of which run waits for a called process. */
@Component
class Callers {

  private final RuntimeService runtime;
  private final HistoryService history;
  private final RepositoryService repository;

  Callers(RuntimeService runtime, HistoryService history, RepositoryService repository) {
    this.runtime = runtime;
    this.history = history;
    this.repository = repository;
  }

  /** The caller of a running instance, or null when nobody called it. */
  Caller of(String processInstanceId) {
    ProcessInstance above =
        runtime.createProcessInstanceQuery().subProcessInstanceId(processInstanceId).singleResult();
    if (above == null) {
      return null;
    }
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(above.getId())
        .activityType("callActivity")
        .unfinished()
        .list()
        .stream()
        .filter(step -> processInstanceId.equals(step.getCalledProcessInstanceId()))
        .findFirst()
        .map(
            step ->
                repository
                    .getBpmnModelInstance(above.getProcessDefinitionId())
                    .<CallActivity>getModelElementById(step.getActivityId()))
        .map(call -> new Caller(call, of(above.getId())))
        .orElse(null);
  }
}
