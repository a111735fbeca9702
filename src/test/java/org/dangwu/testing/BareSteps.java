package org.dangwu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** Steps of a test that walks a model on a {@link BareEngine}. */
public final class BareSteps {

  private final Supplier<ProcessEngine> engine;

  public BareSteps(Supplier<ProcessEngine> engine) {
    this.engine = engine;
  }

  public void complete(String element, Map<String, Object> variables) {
    complete(task(element), variables);
  }

  public void complete(Task task, Map<String, Object> variables) {
    engine.get().getTaskService().complete(task.getId(), variables);
  }

  public void completeAll(String element, Map<String, Object> variables) {
    tasks(element).forEach(task -> complete(task, variables));
    runJobs();
  }

  public Task task(String element) {
    List<Task> found = tasks(element);
    assertThat(found).as("open tasks at %s", element).isNotEmpty();
    return found.get(0);
  }

  /** The task that is about somebody or something: its variable has that value. */
  public Task task(String element, String variable, Object value) {
    return tasks(element).stream()
        .filter(
            task -> value.equals(engine.get().getTaskService().getVariable(task.getId(), variable)))
        .findFirst()
        .orElseThrow();
  }

  public List<Task> tasks(String element) {
    return engine.get().getTaskService().createTaskQuery().taskDefinitionKey(element).list();
  }

  public List<String> open() {
    return engine.get().getTaskService().createTaskQuery().list().stream()
        .map(Task::getTaskDefinitionKey)
        .distinct()
        .sorted()
        .toList();
  }

  public Map<String, Object> variables(String element) {
    return engine.get().getTaskService().getVariables(task(element).getId());
  }

  public List<String> candidates(String element) {
    return engine.get().getTaskService().getIdentityLinksForTask(task(element).getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Executes what waits for the job executor; timers stay. */
  public void runJobs() {
    for (List<Job> jobs = messages(); !jobs.isEmpty(); jobs = messages()) {
      engine.get().getManagementService().executeJob(jobs.get(0).getId());
    }
  }

  /** Lets one timer of that element go off. */
  public void fire(String timer) {
    List<Job> jobs =
        engine.get().getManagementService().createJobQuery().activityId(timer).timers().list();
    assertThat(jobs).as("timers at %s", timer).isNotEmpty();
    engine.get().getManagementService().executeJob(jobs.get(0).getId());
    runJobs();
  }

  private List<Job> messages() {
    return engine.get().getManagementService().createJobQuery().messages().withRetriesLeft().list();
  }
}
