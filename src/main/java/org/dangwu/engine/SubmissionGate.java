package org.dangwu.engine;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one way in for what people submit. Runs inside the completing transaction: takes only what
 * the task's form declares, converts it, sends long texts to the dossier, and answers every refusal
 * with a Chinese sentence.
 */
@Component
class SubmissionGate {

  private static final Logger log = LoggerFactory.getLogger(SubmissionGate.class);

  private static final String GONE = "该任务已由他人办结或已撤回，请刷新任务列表。";

  private static final String BUSY = "系统正在办理本流程的其他环节，本次没有办结。请稍等几秒，再点“办结”。";

  private static final int ATTEMPTS = 4;
  private static final long PAUSE_MILLISECONDS = 100;

  private final DeclaredInputs inputs;
  private final ObjectProvider<SubmittedTextSink> dossier;

  SubmissionGate(DeclaredInputs inputs, ObjectProvider<SubmittedTextSink> dossier) {
    this.inputs = inputs;
    this.dossier = dossier;
  }

  <T> T submit(
      CommandExecutor executor,
      String taskId,
      Map<String, Object> submitted,
      Function<Map<String, Object>, T> complete) {
    return answeringInChinese(
        "task " + taskId,
        () ->
            againWhenConcurrent(
                () ->
                    executor.execute(
                        context -> {
                          Map<String, Object> checked =
                              checkTask(context, taskId, orEmpty(submitted));
                          return unwrapped(() -> complete.apply(checked));
                        })));
  }

  <T> T start(
      CommandExecutor executor,
      String definitionId,
      Map<String, Object> submitted,
      Function<Map<String, Object>, T> start) {
    return answeringInChinese(
        "start of " + definitionId,
        () ->
            executor.execute(
                context -> {
                  Map<String, Object> checked =
                      inputs
                          .ofStart(context, definitionId)
                          .check(orEmpty(submitted), Map.of())
                          .variables();
                  return unwrapped(() -> start.apply(checked));
                }));
  }

  private Map<String, Object> checkTask(
      CommandContext context, String taskId, Map<String, Object> submitted) {
    TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
    if (task == null || task.getProcessDefinitionId() == null) {
      throw new SubmissionRefused(GONE);
    }
    onlyByAssignee(context, task);
    EngineTask completing = new EngineTask(task);
    Submission checked = inputs.ofTask(context, completing).check(submitted, task.getVariables());
    if (!checked.texts().isEmpty()) {
      dossier.getObject().store(completing, checked.texts());
    }
    return checked.variables();
  }

  /** A candidate must claim first, so that it is on record who answers for what was submitted. */
  private void onlyByAssignee(CommandContext context, TaskEntity task) {
    String user = context.getAuthenticatedUserId();
    if (user != null && !Objects.equals(user, task.getAssignee())) {
      throw new SubmissionRefused(
          task.getAssignee() == null ? "请先签收任务，再填写办理。" : "该任务已由他人签收，请刷新任务列表。");
    }
  }

  private static Map<String, Object> orEmpty(Map<String, Object> submitted) {
    return submitted == null ? Map.of() : submitted;
  }

  /**
   * A run goes on in several places at once. Who completes his task in the very moment in which
   * another step of the run is taken loses nothing: what he submitted was undone as a whole and is
   * done again. Inside the transaction of somebody else this cannot be.
   */
  private static <T> T againWhenConcurrent(Supplier<T> work) {
    boolean ownTransaction =
        !TransactionSynchronizationManager.isActualTransactionActive()
            && Context.getCommandContext() == null;
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (OptimisticLockingException concurrent) {
        if (!ownTransaction || attempt == ATTEMPTS || !pause(attempt)) {
          throw concurrent;
        }
      }
    }
  }

  /** Whether the time passed without an interruption. */
  private static boolean pause(int attempt) {
    try {
      Thread.sleep(PAUSE_MILLISECONDS * attempt);
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A refusal is an everyday answer: one line in the log tells that it was given, never why. */
  private <T> T answeringInChinese(String what, Supplier<T> work) {
    try {
      return unwrapped(work);
    } catch (OptimisticLockingException concurrent) {
      throw new SubmissionRefused(BUSY, concurrent);
    } catch (NullValueException gone) {
      throw new SubmissionRefused(GONE, gone);
    } catch (SubmissionRefused refused) {
      log.info("The submission for {} was refused", what);
      throw refused;
    }
  }

  /**
   * Takes a refusal out of what the engine wraps around the exceptions of listeners. Done inside
   * the engine's command too, which logs the wrapped one as an error with all its places, but a bad
   * request of a user not at all.
   */
  private static <T> T unwrapped(Supplier<T> work) {
    try {
      return work.get();
    } catch (ProcessEngineException wrapped) {
      throw SubmissionRefused.in(wrapped).map(ProcessEngineException.class::cast).orElse(wrapped);
    }
  }
}
