package org.dangwu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dangwu.organization.Role;
import org.dangwu.testing.AdjustableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several nodes on one outbox, and nodes that die. */
@NotificationTest
class DispatcherTest {

  @Autowired Notifications notifications;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-11-23T02:00:00Z"));
  private Outbox outbox;
  private County county;

  @BeforeEach
  void startWithAnEmptyOutbox() {
    jdbc.sql("delete from notification_delivery").update();
    outbox = new Outbox(jdbc, clock);
    county = new County(jdbc);
    county.appoint("recorder", Role.RECORDER, county.bureau);
  }

  @Test
  void twoNodesAtOnceSendEachMessageOnce() throws Exception {
    for (int i = 0; i < 60; i++) {
      announce();
    }
    List<String> sent = new CopyOnWriteArrayList<>();
    CyclicBarrier start = new CyclicBarrier(4);
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Void>> rounds = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Dispatcher node =
            dispatcher(
                delivery -> {
                  sent.add(delivery.messageId());
                  return Outcome.sent();
                });
        rounds.add(
            () -> {
              start.await();
              node.dispatch();
              return null;
            });
      }
      for (Future<Void> round : nodes.invokeAll(rounds)) {
        round.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(sent).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void leaseKeepsOthersAwayAndEndsWhenTheNodeDied() {
    announce();
    String id = outbox.due(1).get(0).id();
    assertThat(outbox.claim(id, Duration.ofMinutes(5))).isPresent();
    assertThat(outbox.claim(id, Duration.ofMinutes(5))).isEmpty();

    clock.move(Duration.ofMinutes(6));
    Delivery taken = outbox.claim(id, Duration.ofMinutes(5)).orElseThrow();

    assertThat(taken.attempts()).isEqualTo(2);
  }

  @Test
  void nodeThatLostItsLeaseCannotOverwriteTheOtherOnesResult() {
    announce();
    String id = outbox.due(1).get(0).id();
    Delivery slow = outbox.claim(id, Duration.ofMinutes(5)).orElseThrow();
    clock.move(Duration.ofMinutes(6));
    Delivery fast = outbox.claim(id, Duration.ofMinutes(5)).orElseThrow();
    assertThat(outbox.settle(fast, Outcome.sent(), clock.instant())).isTrue();

    assertThat(outbox.settle(slow, Outcome.tryAgain(Reason.TIMEOUT), clock.instant())).isFalse();

    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void deliveryThatAlwaysKillsItsNodeIsGivenUp() {
    announce();
    String id = outbox.due(1).get(0).id();
    for (int i = 0; i < 3; i++) {
      outbox.claim(id, Duration.ofMinutes(5));
      clock.move(Duration.ofMinutes(6));
    }

    dispatcher(
            delivery -> {
              throw new AssertionError("must not be tried a fourth time");
            })
        .dispatch();

    assertThat(states()).containsExactly("FAILED");
    assertThat(outbox.troubled(1).get(0).reason()).isEqualTo(Reason.INTERRUPTED);
  }

  @Test
  void unexpectedErrorOfOneDeliveryDoesNotStopTheOthers() {
    announce();
    announce();
    List<String> tried = new ArrayList<>();

    dispatcher(
            delivery -> {
              tried.add(delivery.id());
              if (tried.size() == 1) {
                throw new IllegalStateException("broken");
              }
              return Outcome.sent();
            })
        .dispatch();

    assertThat(states()).containsExactlyInAnyOrder("SENT", "WAITING");
  }

  @Test
  void channelThatIsDownIsAskedOncePerRound() {
    announce();
    announce();
    announce();
    List<String> tried = new ArrayList<>();

    dispatcher(
            delivery -> {
              tried.add(delivery.id());
              return Outcome.tryAgain(Reason.CONNECTION);
            })
        .dispatch();

    assertThat(tried).hasSize(1);
  }

  private interface Attempt {
    Outcome of(Delivery delivery);
  }

  private Dispatcher dispatcher(Attempt attempt) {
    DeliveryChannel channel =
        new DeliveryChannel() {
          @Override
          public Channel channel() {
            return Channel.MAIL;
          }

          @Override
          public Outcome deliver(Delivery delivery) {
            return attempt.of(delivery);
          }
        };
    return new Dispatcher(outbox, List.of(channel), Settings.of(Map.of("max-attempts", 3)), clock);
  }

  private void announce() {
    transaction.executeWithoutResult(
        status ->
            notifications.announce(
                Announcement.of(
                        UUID.randomUUID().toString(), "meeting-fixed", county.caseId, county.bureau)
                    .due(LocalDate.of(2026, 12, 10))));
    jdbc.sql("update notification_delivery set next_attempt_at = ?")
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private List<String> states() {
    return jdbc.sql("select state from notification_delivery").query(String.class).list();
  }
}
