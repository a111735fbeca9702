package org.dangwu.notification;

/** Tells the people whom the table {@code notification_rules} (通知规则) names for an event. */
public interface Notifications {

  /**
   * Writes the messages of an event, in the caller's transaction: they exist if and only if that
   * transaction commits. Mail and webhook follow later. Announcing the same key again changes
   * nothing.
   *
   * @throws NotificationRefused when no rule matches the event, a rule cannot be read, a text is
   *     missing or a rule reaches nobody; nothing is dropped in silence
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  void announce(Announcement announcement);
}
