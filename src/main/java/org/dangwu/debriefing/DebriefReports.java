package org.dangwu.debriefing;

/** Where the reports of those who debrief stand (述职报告, C06, C07). */
public interface DebriefReports {

  State of(DebriefEntry entry);

  /** Where a report stands. */
  enum State {
    OPEN("述职报告尚未提交"),
    /** Handed in; it may still be reviewed. */
    HANDED_IN("已提交述职报告"),
    /** The organisers put on record that none was handed in. */
    MISSING("未提交述职报告");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
