package org.dangwu.memberreview.outcome;

import java.time.Instant;

/**
 * What a member was told of his grade and what he answered (反馈, B21).
 *
 * @param seenAt when he first opened it, {@code null} before
 * @param answer {@code null} while he has not answered
 * @param decision what became of his objection, {@code null} while nothing was decided
 */
record Feedback(String itemId, Instant openedAt, Instant seenAt, Answer answer, Decision decision) {

  /** What the member says. */
  public enum Answer {
    ACKNOWLEDGE("没有异议"),
    OBJECT("有异议");

    private final String label;

    Answer(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** What the superior decides on an objection (E24). */
  public enum Decision {
    KEEP("维持评定意见"),
    CHANGE("退回支部重新研究");

    private final String label;

    Decision(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
