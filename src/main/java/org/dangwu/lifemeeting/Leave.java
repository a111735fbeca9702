package org.dangwu.lifemeeting;

import java.time.Instant;

/**
 * What became of a member's request for leave (请假, A18).
 *
 * @param category code of the reason, as the table {@code leave_reason} knows it; never its text
 * @param round of the meeting for which it was asked; it holds for no other
 * @param recordedAt when the outcome was recorded
 */
record Leave(String personId, String category, Decision decision, int round, Instant recordedAt) {

  boolean granted() {
    return decision == Decision.GRANTED;
  }

  /** The outcome of a request. */
  enum Decision {
    /** 上级同意. */
    GRANTED("上级已同意"),
    /** 上级不同意. */
    REFUSED("上级未同意"),
    /** 按规定不得请假, so that no superior was asked. */
    NOT_ALLOWED("按规定不得请假");

    private final String label;

    Decision(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
