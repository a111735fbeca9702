package org.dangwu.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.engine.Unrestricted;
import org.springframework.context.ApplicationContext;

/** Drives a run with all it calls: its jobs, its timers and its open tasks, round by round. */
public final class RunHand {

  private static final int MOST_ROUNDS = 80;

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final Unrestricted unrestricted;
  private final String businessKey;

  public RunHand(ApplicationContext application, String businessKey) {
    this.tasks = application.getBean(TaskService.class);
    this.runtime = application.getBean(RuntimeService.class);
    this.management = application.getBean(ManagementService.class);
    this.unrestricted = application.getBean(Unrestricted.class);
    this.businessKey = businessKey;
  }

  /** Does a task as the people would. */
  public interface Work {
    void does(Task task) throws Exception;
  }

  /**
   * Lets people work until only tasks are open that nobody does now.
   *
   * @return what was done, in its order
   */
  public List<String> play(Work work, Predicate<Task> left) throws Exception {
    List<String> done = new ArrayList<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      runJobs();
      List<Task> open = open();
      if (open.stream().allMatch(left)) {
        return done;
      }
      for (Task task : open) {
        if (!left.test(task) && isOpen(task) && !tooEarly(task)) {
          work.does(task);
          done.add(task.getTaskDefinitionKey());
        }
      }
    }
    throw new IllegalStateException("The run does not come to an end: " + done);
  }

  /** The teller closes the vote only when nobody is to vote any more. */
  private boolean tooEarly(Task task) {
    return task.getTaskDefinitionKey().equals("UserTask_CloseVoting")
        && open().stream()
            .anyMatch(other -> other.getTaskDefinitionKey().equals("UserTask_CastBallot"));
  }

  public List<Task> open() {
    return unrestricted.call(
        () -> tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list());
  }

  /** Id of the process instance of the run itself, not of what it calls. */
  public String root() {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey)
        .rootProcessInstances()
        .singleResult()
        .getId();
  }

  public boolean isOpen(Task task) {
    return unrestricted.call(() -> tasks.createTaskQuery().taskId(task.getId()).count() > 0);
  }

  public Object fact(Task task, String variable) {
    return unrestricted.call(() -> tasks.getVariable(task.getId(), variable));
  }

  /** Executes what waits for the job executor; timers stay. */
  public void runJobs() {
    Set<String> tried = new HashSet<>();
    boolean again = true;
    while (again) {
      again = false;
      for (Job job : jobs(false)) {
        if (tried.add(job.getId())) {
          management.executeJob(job.getId());
          again = true;
        }
      }
    }
  }

  /** Lets timers go off, whatever day it is. */
  public void fire(String... timers) {
    jobs(true).stream()
        .filter(job -> Arrays.asList(timers).contains(activity(job)))
        .forEach(job -> management.executeJob(job.getId()));
    runJobs();
  }

  private String activity(Job job) {
    return management
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }

  private List<Job> jobs(boolean timers) {
    List<Job> found = new ArrayList<>();
    for (ProcessInstance instance :
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list()) {
      var query = management.createJobQuery().processInstanceId(instance.getId());
      found.addAll((timers ? query.timers() : query.messages()).list());
    }
    return found;
  }
}
