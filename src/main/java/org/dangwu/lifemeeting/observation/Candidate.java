package org.dangwu.lifemeeting.observation;

import java.util.Set;

/**
 * One whom the superior may send.
 *
 * @param titles his posts, for the list
 * @param senders for whom he may go
 */
public record Candidate(String personId, String name, String titles, Set<Sender> senders) {

  /** Who sends (派出方). */
  public enum Sender {
    ORGANIZATION("组织部门"),
    DISCIPLINE("纪检机关"),
    LEADERS("上级领导");

    private final String label;

    Sender(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Named as in a list of observers: 张三（县委组织部组织科科长）. */
  public String named() {
    return titles.isEmpty() ? name : name + "（" + titles + "）";
  }

  public String senderLabels() {
    return senders.stream()
        .map(Sender::label)
        .sorted()
        .collect(java.util.stream.Collectors.joining("、"));
  }
}
