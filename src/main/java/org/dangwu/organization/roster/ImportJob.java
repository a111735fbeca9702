package org.dangwu.organization.roster;

import java.time.Instant;

/**
 * One uploaded workbook and what became of it.
 *
 * @param rowsDone of {@code rowsTotal} while it is being written
 * @param message why it was refused or failed, {@code null} otherwise
 */
public record ImportJob(
    String id,
    String fileName,
    State state,
    int rowsTotal,
    int rowsDone,
    String message,
    Summary summary,
    String createdBy,
    Instant createdAt) {

  /** How far an import has come. */
  public enum State {
    CHECKING("正在检查"),
    REJECTED("检查未通过"),
    CHECKED("检查通过，待确认"),
    WRITING("正在导入"),
    DONE("导入完成"),
    FAILED("导入未完成"),
    CANCELLED("已取消");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Counts of what changes. */
  public record Summary(
      int organizationsAdded,
      int organizationsChanged,
      int organizationsEnded,
      int peopleAdded,
      int peopleChanged,
      int peopleLeft,
      int positionsAdded,
      int positionsChanged,
      int positionsEnded) {

    static final Summary NOTHING = new Summary(0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Summary of(RosterPlan plan) {
      return new Summary(
          plan.unitsAdded.size(),
          plan.unitsChanged.size(),
          plan.unitsDissolved.size(),
          plan.peopleAdded.size() + plan.peopleReturned.size(),
          plan.peopleChanged.size(),
          plan.peopleLeft.size(),
          plan.positionsAdded.size(),
          plan.positionsChanged.size(),
          plan.positionsEnded.size());
    }
  }

  /** True while somebody has to wait. */
  public boolean running() {
    return state == State.CHECKING || state == State.WRITING;
  }

  public int percent() {
    if (state == State.DONE) {
      return 100;
    }
    return rowsTotal == 0 ? 0 : (int) Math.min(99, 100L * rowsDone / rowsTotal);
  }
}
