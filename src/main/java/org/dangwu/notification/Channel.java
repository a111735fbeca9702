package org.dangwu.notification;

import java.util.Arrays;
import java.util.Optional;

/** Ways on which a message reaches people (渠道). */
enum Channel {
  INBOX("inbox", "站内"),
  MAIL("mail", "邮件"),
  WEBHOOK("webhook", "短信或即时通讯");

  private final String key;
  private final String label;

  Channel(String key, String label) {
    this.key = key;
    this.label = label;
  }

  public String label() {
    return label;
  }

  static Optional<Channel> of(String cell) {
    return Arrays.stream(values())
        .filter(channel -> channel.key.equals(cell) || channel.label.equals(cell))
        .findFirst();
  }
}
