package org.dangwu.notification;

import java.time.LocalDate;

/**
 * A message on its way out, claimed by this node.
 *
 * @param claim token of the claim
 * @param attempts this attempt included
 * @param messageId stays the same over all attempts, so that a receiver can tell a repetition
 */
record Delivery(
    String id,
    String claim,
    Channel channel,
    int attempts,
    String messageId,
    String event,
    Level level,
    String recipient,
    String subject,
    String body,
    LocalDate due) {}
