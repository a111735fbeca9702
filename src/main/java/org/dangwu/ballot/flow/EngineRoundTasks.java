package org.dangwu.ballot.flow;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.round.RoundTasks;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.Unrestricted;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Completes voting tasks without a variable, so that the engine learns that, but not how. */
@Component
class EngineRoundTasks implements RoundTasks {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Unrestricted unrestricted;

  EngineRoundTasks(TaskService tasks, RuntimeService runtime, Unrestricted unrestricted) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.unrestricted = unrestricted;
  }

  @Override
  public boolean completeVote(String processInstanceId, String voter) {
    Task task =
        unrestricted.call(
            () ->
                tasks
                    .createTaskQuery()
                    .processInstanceId(processInstanceId)
                    .taskDefinitionKey(BallotProcess.Tasks.CAST)
                    .taskAssignee(voter)
                    .singleResult());
    if (task == null) {
      return false;
    }
    try {
      // the register has let him in, also a delegate from outside the tenant of the organisation
      unrestricted.run(() -> tasks.complete(task.getId()));
    } catch (SubmissionRefused refused) {
      if (refused.getCause() instanceof OptimisticLockingException concurrent) {
        throw new OptimisticLockingFailureException("concurrent vote", concurrent);
      }
      throw refused;
    }
    return true;
  }

  @Override
  public void closed(String processInstanceId) {
    unrestricted.run(
        () -> {
          Execution waiting =
              runtime
                  .createExecutionQuery()
                  .processInstanceId(processInstanceId)
                  .messageEventSubscriptionName(BallotProcess.MESSAGE_CLOSED)
                  .singleResult();
          if (waiting != null) {
            runtime.messageEventReceived(BallotProcess.MESSAGE_CLOSED, waiting.getId());
          }
        });
  }
}
