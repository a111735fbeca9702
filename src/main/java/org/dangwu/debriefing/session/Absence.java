package org.dangwu.debriefing.session;

import java.time.LocalDate;

/**
 * What becomes of a debriefer who was absent (E29).
 *
 * @param decision null while nothing is chosen
 * @param reason why he reports in writing; may be empty when he comes to the next session
 * @param nextDate day of the next session, null when he writes
 */
public record Absence(String entryId, Decision decision, String reason, LocalDate nextDate) {

  /** How he reports after all. */
  public enum Decision {
    NEXT_SESSION("下次会议现场述职"),
    WRITTEN("改为书面述职");

    private final String label;

    Decision(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
