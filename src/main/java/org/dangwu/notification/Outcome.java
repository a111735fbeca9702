package org.dangwu.notification;

/**
 * How one attempt ended.
 *
 * @param state SENT, WAITING to be tried again, or one of the final states
 * @param reason {@code null} when sent
 */
record Outcome(DeliveryState state, Reason reason) {

  static Outcome sent() {
    return new Outcome(DeliveryState.SENT, null);
  }

  static Outcome tryAgain(Reason reason) {
    return new Outcome(DeliveryState.WAITING, reason);
  }

  static Outcome giveUp(Reason reason) {
    return new Outcome(DeliveryState.FAILED, reason);
  }

  static Outcome notConfigured() {
    return new Outcome(DeliveryState.NOT_CONFIGURED, Reason.NOT_CONFIGURED);
  }

  static Outcome noAddress() {
    return new Outcome(DeliveryState.NO_ADDRESS, Reason.NO_ADDRESS);
  }

  /** Whether others on the same way would fail for the same cause right now. */
  boolean concernsTheWholeChannel() {
    return reason == Reason.CONNECTION
        || reason == Reason.TIMEOUT
        || reason == Reason.AUTHENTICATION;
  }
}
