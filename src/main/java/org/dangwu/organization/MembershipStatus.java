package org.dangwu.organization;

import java.util.Arrays;
import java.util.Optional;

/** Standing as a party member (党员身份). */
public enum MembershipStatus {
  FORMAL("正式党员"),
  PROBATIONARY("预备党员"),
  NONE("非党员");

  private final String label;

  MembershipStatus(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<MembershipStatus> ofLabel(String label) {
    return Arrays.stream(values()).filter(status -> status.label.equals(label)).findFirst();
  }
}
