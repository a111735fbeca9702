package org.dangwu.procedure;

import java.time.Instant;

/**
 * One run of a procedure for one body and year (一次程序).
 *
 * @param caseId key of the dossier and of everything else that belongs to this run
 * @param organization code of the body it is about
 * @param specialNumber 0 for the run of the year, otherwise the number of the special run (专题) in
 *     that year
 */
public record ProcedureCase(
    String caseId,
    ProcedureKind kind,
    String organization,
    String organizationName,
    int year,
    String businessKey,
    String processInstanceId,
    String tenant,
    String startedBy,
    Instant startedAt,
    Instant endedAt,
    State state,
    int specialNumber) {

  /**
   * Whether it was held for a particular occasion and does not replace the run of the year (A03).
   */
  public boolean isSpecial() {
    return specialNumber > 0;
  }

  /** What it is called, e.g. 2026年度民主生活会 or 2026年度专题民主生活会（第1次）. */
  public String title() {
    return "%d年度%s".formatted(year, name());
  }

  /** What it is called beside its year, e.g. 民主生活会 or 专题民主生活会（第1次）. */
  public String name() {
    return isSpecial() ? "专题%s（第%d次）".formatted(kind.label(), specialNumber) : kind.label();
  }

  /** Unique while the run counts: one run of the year, any number of special ones. */
  String countingKey() {
    return isSpecial() ? businessKey : kind.businessKey(year, organization);
  }

  /** Where the run stands. */
  public enum State {
    RUNNING("办理中"),
    COMPLETED("已办结"),
    CANCELLED("已终止");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
