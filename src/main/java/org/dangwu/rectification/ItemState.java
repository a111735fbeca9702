package org.dangwu.rectification;

/** Where an item stands (办理状态). */
public enum ItemState {
  /** On the list, its process not yet begun. */
  LISTED("待交办"),
  OPEN("整改中"),
  /** The owner asks for verification. */
  SUBMITTED("待验收"),
  CLOSED("已销号"),
  /** The run that it belonged to was terminated by the superior (E35). */
  TERMINATED("已终止");

  private final String label;

  ItemState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether something is still to be done. */
  public boolean isUnfinished() {
    return this == LISTED || this == OPEN || this == SUBMITTED;
  }
}
