package org.dangwu.memberreview.preparation;

import java.time.LocalDate;

/**
 * What a branch plans for its review of the year (评议方案, F-B1). Days are null while not typed.
 *
 * @param summaryDue last day for handing in the summaries
 * @param peerOn day of the mutual review
 * @param assemblyOn day of the assembly, at which the ballot is held
 * @param combined held together with the branch's life meeting (B01)
 * @param committeeReview members also rate the work of the branch committee (B14)
 * @param remark anything else, or empty
 */
record Plan(
    LocalDate studyFrom,
    LocalDate studyTo,
    LocalDate summaryDue,
    LocalDate peerOn,
    LocalDate assemblyOn,
    Boolean combined,
    MeetingForm form,
    MassesWay massesWay,
    Boolean committeeReview,
    String remark) {

  /** As what the branch's life meeting is held (B02). */
  enum MeetingForm {
    ASSEMBLY("支部党员大会"),
    COMMITTEE("支部委员会会议"),
    GROUP("党小组会");

    private final String label;

    MeetingForm(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** How people outside the party are heard (B13). */
  enum MassesWay {
    NONE("不另行听取群众意见"),
    POLL("民意测验"),
    FORUM("群众座谈会"),
    BOTH("民意测验和群众座谈会");

    private final String label;

    MassesWay(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
