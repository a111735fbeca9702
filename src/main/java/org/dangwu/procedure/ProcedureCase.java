package org.dangwu.procedure;

import java.time.Instant;

/**
 * One run of a procedure for one body and year (一次程序).
 *
 * @param caseId key of the dossier and of everything else that belongs to this run
 * @param organization code of the body it is about
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
    State state) {

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
