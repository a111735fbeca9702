package org.dangwu.disposal;

import java.time.LocalDate;

/**
 * One disposal (处置, F-D1). What it says of the person is content: it may be shown to those who may
 * read it and never becomes a process variable.
 *
 * @param organization code of the branch
 * @param verificationId {@code null} when nothing was verified beforehand
 * @param round number of the proposal, 0 before the first
 * @param measure {@code null} before the first proposal
 * @param informedOn day on which the person was told; {@code null} before
 * @param decidedOn day of the approval, {@code null} before
 * @param correctUntil last day of the time limit (限期改正), {@code null} when none is set
 * @param closedOn {@code null} while it is open
 */
public record Disposal(
    String id,
    String caseId,
    String organization,
    int year,
    String personId,
    String verificationId,
    State state,
    int round,
    Measure measure,
    LocalDate informedOn,
    LocalDate decidedOn,
    LocalDate correctUntil,
    LocalDate closedOn) {

  /** Where a disposal stands. */
  public enum State {
    OPEN("办理中"),
    DISPOSED("已处置"),
    LIFTED("已改正，解除限期改正"),
    EDUCATED("已批评教育"),
    HANDED_OVER("已移交纪检机关"),
    DROPPED("不予处置"),
    REVOKED("复查后撤销"),
    TERMINATED("已终止");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public boolean isClosed() {
    return state != State.OPEN;
  }
}
