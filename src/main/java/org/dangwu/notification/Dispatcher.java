package org.dangwu.notification;

import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox, on every node.
 *
 * <p>A row is sent by the one node that claimed it and settled afterwards. It is sent a second time
 * only when the first outcome is unknown: the node died, or the answer was lost, between sending
 * and settling. Every attempt carries the same message id (mail {@code Message-ID}, webhook {@code
 * X-Dangwu-Message}), by which the receiver tells such a repetition.
 */
@Component
class Dispatcher {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final Outbox outbox;
  private final Map<Channel, DeliveryChannel> channels = new EnumMap<>(Channel.class);
  private final NotificationProperties properties;
  private final Clock clock;

  Dispatcher(
      Outbox outbox,
      List<DeliveryChannel> channels,
      NotificationProperties properties,
      Clock clock) {
    this.outbox = outbox;
    channels.forEach(channel -> this.channels.put(channel.channel(), channel));
    this.properties = properties;
    this.clock = clock;
  }

  /** One round. A channel that is down is not asked again in the same round. */
  @Scheduled(
      fixedDelayString = "${dangwu.notification.dispatch-interval:PT5S}",
      initialDelayString = "${dangwu.notification.dispatch-interval:PT5S}")
  void dispatch() {
    Set<Channel> down = EnumSet.noneOf(Channel.class);
    for (Outbox.Due due : outbox.due(properties.batchSize())) {
      if (!down.contains(due.channel())) {
        outbox
            .claim(due.id(), properties.lease())
            .map(this::attempt)
            .filter(Outcome::concernsTheWholeChannel)
            .ifPresent(outcome -> down.add(due.channel()));
      }
    }
  }

  private Outcome attempt(Delivery delivery) {
    Outcome outcome = limited(delivery, deliver(delivery));
    boolean settled =
        outbox.settle(
            delivery, outcome, clock.instant().plus(properties.pauseAfter(delivery.attempts())));
    if (!settled) {
      log.warn("Delivery {} outlived its lease; another node took it over", delivery.id());
    }
    return outcome;
  }

  private Outcome deliver(Delivery delivery) {
    if (delivery.attempts() > properties.maxAttempts()) {
      // Only unfinished attempts lead here: the node stopped each time before it could settle.
      return Outcome.giveUp(Reason.INTERRUPTED);
    }
    try {
      return channels.get(delivery.channel()).deliver(delivery);
    } catch (RuntimeException unexpected) {
      // The class alone: messages of mail servers may quote the mail.
      log.error(
          "Delivery {} by {} failed: {}",
          delivery.id(),
          delivery.channel(),
          unexpected.getClass().getName());
      return Outcome.tryAgain(Reason.OTHER);
    }
  }

  private Outcome limited(Delivery delivery, Outcome outcome) {
    boolean spent = delivery.attempts() >= properties.maxAttempts();
    return outcome.state() == DeliveryState.WAITING && spent
        ? Outcome.giveUp(outcome.reason())
        : outcome;
  }
}
