package org.dangwu.rectification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One item of a rectification list (整改清单事项, F-A10). Its texts are content: they may be shown to
 * those who may read the item and never become process variables.
 *
 * @param id number of the item, e.g. {@code LM-2026-YL01-Z03}
 * @param procedure key of the procedure in which the problem was found
 * @param year year of that procedure
 * @param helpNeeded what the superior is asked for from the start; empty when nothing is
 * @param owner user id of the one who answers for it (责任人)
 * @param dueOn last day of the time limit, extensions included
 * @param processInstanceId running or ended process of this item; {@code null} before it began
 * @param closedOn day on which it was verified and closed (销号), {@code null} before
 * @param secretary user id of the secretary (述职人) whose list it stands on; empty on the list of a
 *     body
 * @param superior code of the committee that reviewed the secretary's list and follows it up; empty
 *     on the list of a body
 */
public record RectificationItem(
    String id,
    String caseId,
    String caseNumber,
    int number,
    String procedure,
    String organization,
    int year,
    String problem,
    String goal,
    String measures,
    String helpNeeded,
    String owner,
    LocalDate dueOn,
    Severity severity,
    ItemState state,
    String processInstanceId,
    LocalDate closedOn,
    String secretary,
    String superior) {

  /** Whether a superior had it listed by a secretary whom he appraised (C21). */
  public boolean isOfSecretary() {
    return !secretary.isEmpty();
  }

  /** Days since the time limit ended; zero on its last day, negative before. */
  public int overdueDays(LocalDate today) {
    return Math.toIntExact(ChronoUnit.DAYS.between(dueOn, today));
  }

  public boolean isOverdue(LocalDate today) {
    return state.isUnfinished() && today.isAfter(dueOn);
  }

  public boolean isClosedInTime() {
    return closedOn != null && !closedOn.isAfter(dueOn);
  }
}
