package org.dangwu.memberreview.desk;

import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.dangwu.engine.TaskView;
import org.dangwu.lifemeeting.Deadlines;

/**
 * An open task of a review.
 *
 * @param held whether the person at the screen holds it
 */
public record ReviewTask(
    String taskId,
    String element,
    String caseId,
    String organization,
    String organizationName,
    int year,
    boolean held,
    TaskView view) {

  /** What the review is called, such as 青石社区第二党支部2026年度民主评议党员. */
  public String title() {
    return organizationName + year + "年度民主评议党员";
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
