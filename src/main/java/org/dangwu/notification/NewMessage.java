package org.dangwu.notification;

import java.util.EnumSet;
import java.util.Set;

/** A message about to be written. */
record NewMessage(
    String recipient, String template, Level level, Text text, Set<Channel> channels) {

  /** The same text to the same person from two rules is one message, on the ways of both. */
  NewMessage alsoOn(NewMessage other) {
    Set<Channel> both = EnumSet.copyOf(channels);
    both.addAll(other.channels);
    Level higher = level.compareTo(other.level) >= 0 ? level : other.level;
    return new NewMessage(recipient, template, higher, text, both);
  }
}
