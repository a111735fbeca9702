package org.dangwu.disposal;

import java.util.Arrays;
import java.util.Optional;

/** What is done with a member who was found unqualified (处置方式, D01–D03, D07). */
public enum Measure {
  CRITICISM("批评教育"),
  DEADLINE("限期改正"),
  ADVISE_LEAVE("劝退"),
  REMOVE("除名"),
  EXTEND_PROBATION("延长预备期"),
  CANCEL_PROBATION("取消预备党员资格"),
  DISCIPLINE("移交纪检机关，不以处置代替纪律处分"),
  NONE("不予处置");

  private final String label;

  Measure(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether it goes through talk, pre-review, assembly and approval (D04). */
  boolean isDisposal() {
    return this != CRITICISM && this != DISCIPLINE && this != NONE;
  }

  /** Whether the next higher organisation department reviews it beforehand too (D04). */
  boolean needsSuperiorReview() {
    return this == ADVISE_LEAVE || this == REMOVE;
  }

  /** Whether it is open to a probationary member; he is never advised to leave (D07). */
  boolean fits(boolean probationary) {
    return switch (this) {
      case CRITICISM, DISCIPLINE, NONE -> true;
      case DEADLINE, ADVISE_LEAVE, REMOVE -> !probationary;
      case EXTEND_PROBATION, CANCEL_PROBATION -> probationary;
    };
  }

  static Optional<Measure> ofName(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }
}
