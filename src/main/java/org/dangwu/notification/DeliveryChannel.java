package org.dangwu.notification;

/** A way out of the system. */
interface DeliveryChannel {

  Channel channel();

  /** Tries once. Expected failures are outcomes, not exceptions. */
  Outcome deliver(Delivery delivery);
}
