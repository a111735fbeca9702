package org.dangwu.procedure;

/**
 * Whether a procedure may be started.
 *
 * @param reason Chinese sentence when it may not, otherwise null
 */
public record StartCheck(boolean allowed, String reason) {

  public static StartCheck yes() {
    return new StartCheck(true, null);
  }

  public static StartCheck no(String reason) {
    return new StartCheck(false, reason);
  }
}
