package org.dangwu.debriefing.session;

import java.util.Locale;
import org.dangwu.debriefing.DebriefEntry;

/** One debriefer's turn in the session. */
public record Turn(DebriefEntry entry, State state) {

  /** Where a turn stands. */
  public enum State {
    DONE("已完成"),
    NOW("正在进行"),
    NEXT("未进行");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** For the style sheet. */
    public String style() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
