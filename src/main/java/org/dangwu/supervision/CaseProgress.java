package org.dangwu.supervision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.People;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Component;

/** Where a run stands: open steps, and the diagram with what is done. */
@Component
class CaseProgress {

  private final HistoryService history;
  private final RepositoryService repository;
  private final TaskService tasks;
  private final DiagramPainter painter;
  private final People people;
  private final Unrestricted unrestricted;

  CaseProgress(
      HistoryService history,
      RepositoryService repository,
      TaskService tasks,
      DiagramPainter painter,
      People people,
      Unrestricted unrestricted) {
    this.history = history;
    this.repository = repository;
    this.tasks = tasks;
    this.painter = painter;
    this.people = people;
    this.unrestricted = unrestricted;
  }

  List<DiagramPlane> planes(ProcedureCase run) {
    return unrestricted.call(
        () -> {
          HistoricProcessInstance instance =
              history
                  .createHistoricProcessInstanceQuery()
                  .processInstanceId(run.processInstanceId())
                  .singleResult();
          List<HistoricActivityInstance> steps =
              history
                  .createHistoricActivityInstanceQuery()
                  .processInstanceId(run.processInstanceId())
                  .list();
          Set<String> active =
              steps.stream()
                  .filter(step -> step.getEndTime() == null)
                  .map(CaseProgress::element)
                  .collect(Collectors.toSet());
          Set<String> done =
              new HashSet<>(steps.stream().map(CaseProgress::element).collect(Collectors.toSet()));
          done.removeAll(active);
          return painter.paint(
              repository.getBpmnModelInstance(instance.getProcessDefinitionId()), active, done);
        });
  }

  /** Open tasks with the one they wait for, as text. */
  List<OpenStep> openSteps(ProcedureCase run) {
    return unrestricted.call(
        () ->
            tasks.createTaskQuery().processInstanceBusinessKey(run.businessKey()).list().stream()
                .map(
                    task ->
                        new OpenStep(
                            task.getName(),
                            task.getAssignee() == null ? "待签收" : people.name(task.getAssignee()),
                            task.getDueDate()))
                .toList());
  }

  private static String element(HistoricActivityInstance step) {
    String id = step.getActivityId();
    String body = "#multiInstanceBody";
    return id.endsWith(body) ? id.substring(0, id.length() - body.length()) : id;
  }
}
