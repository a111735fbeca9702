package org.dangwu.desk;

import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.dangwu.engine.TaskView;
import org.dangwu.lifemeeting.Deadlines;

/**
 * An open task of a run, as its page needs it.
 *
 * @param procedure what the run is, such as 民主评议党员
 * @param held whether the person at the screen holds it
 */
public record DeskTask(
    String taskId,
    String element,
    String caseId,
    String organization,
    String organizationName,
    int year,
    String procedure,
    boolean held,
    TaskView view) {

  /** What the run is called, such as 青石社区第二党支部2026年度民主评议党员. */
  public String title() {
    return organizationName + year + "年度" + procedure;
  }

  /** A routing fact as text, empty when it is not set. */
  public String fact(String name) {
    String value = view.fact(name);
    return value == null ? "" : value;
  }

  public Optional<LocalDate> day(String name) {
    return view.variables().get(name) instanceof Date date
        ? Optional.of(Deadlines.day(date))
        : Optional.empty();
  }
}
