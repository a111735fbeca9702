package org.dangwu.notification;

/** A notification that cannot be given, with a Chinese sentence that says what to put right. */
public class NotificationRefused extends RuntimeException {

  public NotificationRefused(String message) {
    super(message);
  }

  public NotificationRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
