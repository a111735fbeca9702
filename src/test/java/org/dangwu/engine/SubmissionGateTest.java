package org.dangwu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What happens to a completion that meets another step of the same run. */
class SubmissionGateTest {

  private final SubmissionGate gate = new SubmissionGate(null, null);
  private int tries;

  @AfterEach
  void leaveNoTransaction() {
    TransactionSynchronizationManager.setActualTransactionActive(false);
  }

  @Test
  void completionThatMeetsAnotherStepIsDoneAgain() {
    assertThat(submit(concurrentUntil(3))).isEqualTo("done");
    assertThat(tries).isEqualTo(3);
  }

  @Test
  void personIsAskedToTryAgainWhenTheOtherStepDoesNotEnd() {
    assertThatThrownBy(() -> submit(concurrentUntil(100)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请稍等几秒，再点“办结”")
        .hasCauseInstanceOf(OptimisticLockingException.class);
    assertThat(tries).isEqualTo(4);
  }

  @Test
  void completionInsideATransactionOfSomebodyElseIsNotDoneAgain() {
    TransactionSynchronizationManager.setActualTransactionActive(true);
    assertThatThrownBy(() -> submit(concurrentUntil(3))).isInstanceOf(SubmissionRefused.class);
    assertThat(tries).isEqualTo(1);
  }

  private Object submit(CommandExecutor executor) {
    return gate.submit(executor, "task", Map.of(), checked -> "done");
  }

  private CommandExecutor concurrentUntil(int success) {
    return new CommandExecutor() {
      @Override
      @SuppressWarnings("unchecked")
      public <T> T execute(Command<T> command) {
        tries++;
        if (tries < success) {
          throw new OptimisticLockingException("another step was taken");
        }
        return (T) "done";
      }
    };
  }
}
