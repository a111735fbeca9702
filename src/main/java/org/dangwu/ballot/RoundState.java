package org.dangwu.ballot;

/** Where a round stands. */
public enum RoundState {
  PREPARED("尚未开始"),
  OPEN("正在投票"),
  CLOSED("已封箱，待监票人确认"),
  CONFIRMED("有效"),
  VOID("作废");

  private final String label;

  RoundState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether the box has been emptied and counted. */
  public boolean isCounted() {
    return this == CLOSED || this == CONFIRMED;
  }
}
