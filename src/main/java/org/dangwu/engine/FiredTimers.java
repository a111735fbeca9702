package org.dangwu.engine;

import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Timers that fired beside a step which still waits, and whose day was moved since: the engine
 * makes a timer only when the step begins, so the new day would pass without a word.
 */
@Component
public class FiredTimers {

  private final ProcessEngine engine;
  private final Clock clock;

  FiredTimers(@Lazy ProcessEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * Makes each fired timer of the instance again whose date, as its variable now says, lies ahead.
   * Only timers that interrupt nothing: those that do have ended their step. Timers with a cycle
   * come again by themselves.
   *
   * @return ids of the events that will fire again
   */
  public Set<String> renew(String processInstanceId) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(context -> renew(context, processInstanceId));
  }

  private Set<String> renew(CommandContext context, String processInstanceId) {
    Set<String> renewed = new TreeSet<>();
    scopes(context, processInstanceId)
        .forEach(
            (execution, scope) ->
                TimerDeclarationImpl.getDeclarationsForScope(scope)
                    .forEach(
                        (event, declared) -> {
                          if (isFired(execution, event, declared) && renew(execution, declared)) {
                            renewed.add(event);
                          }
                        }));
    return renewed;
  }

  /**
   * What each execution stands for. Only the engine's own way up from the steps that wait tells it:
   * an execution names the step it waits at, not the sub-process around it.
   */
  private static Map<ExecutionEntity, ScopeImpl> scopes(
      CommandContext context, String processInstanceId) {
    Map<ExecutionEntity, ScopeImpl> scopes = new LinkedHashMap<>();
    leaves(context.getExecutionManager().findExecutionById(processInstanceId))
        .filter(leaf -> leaf.getActivity() != null)
        .forEach(
            leaf ->
                leaf.createActivityExecutionMapping()
                    .forEach((scope, found) -> scopes.put((ExecutionEntity) found, scope)));
    return scopes;
  }

  /** Walked as it stands in this transaction; the database still holds what has ended in it. */
  private static Stream<ExecutionEntity> leaves(ExecutionEntity execution) {
    return execution.getExecutions().isEmpty()
        ? Stream.of(execution)
        : execution.getExecutions().stream().flatMap(FiredTimers::leaves);
  }

  private static boolean isFired(
      ExecutionEntity execution, String event, TimerDeclarationImpl declared) {
    return !declared.isInterruptingTimer()
        && execution.getJobs().stream().noneMatch(job -> event.equals(job.getActivityId()));
  }

  private boolean renew(ExecutionEntity execution, TimerDeclarationImpl declared) {
    TimerEntity timer = declared.createTimerInstance(execution);
    boolean ahead =
        timer.getRepeat() == null && timer.getDuedate().after(Date.from(clock.instant()));
    if (!ahead) {
      timer.delete();
    }
    return ahead;
  }
}
