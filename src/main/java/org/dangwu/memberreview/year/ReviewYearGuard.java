package org.dangwu.memberreview.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.procedure.GuidedBodies.Handled;
import org.dangwu.procedure.Parameters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes over what the committee lays down for the year and decides about branches (B01, E34). */
@Component
@Order(50)
class ReviewYearGuard implements CompletionGuard {

  static final String DEPLOY = "UserTask_DeployReviewYear";
  static final String RESOLVE_BLOCKED = "UserTask_ResolveBlockedBranches";
  static final String HANDLE = "UserTask_HandleOverdue";
  private static final String REMINDER = "review.yearReminderDays";

  private final ReviewYearBook book;
  private final BranchRuns runs;
  private final ReviewYearNotices notices;
  private final Parameters parameters;
  private final ReviewSentences sentences;
  private final Clock clock;

  ReviewYearGuard(
      ReviewYearBook book,
      BranchRuns runs,
      ReviewYearNotices notices,
      Parameters parameters,
      ReviewSentences sentences,
      Clock clock) {
    this.book = book;
    this.runs = runs;
    this.notices = notices;
    this.parameters = parameters;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (task.elementId().equals(DEPLOY)) {
      deploy(task);
    } else if (task.elementId().equals(HANDLE)) {
      handle(task);
    }
  }

  private void deploy(CompletingTask task) {
    ReviewYear year = checked(year(task));
    String user = task.assignee().orElse("system");
    book.deploy(year, user);
    notices.describe(year, user);
    LocalDate today = LocalDate.now(clock);
    int lead = parameters.number(REMINDER, year.organization(), year.year());
    LocalDate reminder = year.endsOn().minusDays(lead);
    task.setVariable("reviewEndDate", Deadlines.endOf(year.endsOn()));
    task.setVariable("yearDueDate", Deadlines.startOf(year.endsOn().plusDays(1)));
    task.setVariable(
        "remindDate", Deadlines.morningOf(reminder.isAfter(today) ? reminder : today.plusDays(1)));
  }

  private static ReviewYear year(CompletingTask task) {
    return new ReviewYear(
        (String) task.variable("caseId"),
        (String) task.variable("organization"),
        ((Number) task.variable("year")).intValue(),
        day(task, "reviewEndDate"),
        day(task, "suggestedDate"),
        "YES".equals(task.variable("combined")),
        (String) task.variable("massesWay"),
        "YES".equals(task.variable("leadersExcluded")));
  }

  private ReviewYear checked(ReviewYear given) {
    LocalDate today = LocalDate.now(clock);
    if (given.endsOn() == null
        || !given.endsOn().isAfter(today.plusDays(1))
        || given.endsOn().isAfter(given.latestEnd())) {
      throw sentences.refusal("year.end", given.latestEnd());
    }
    if (given.suggested() == null
        || !given.suggested().isAfter(today)
        || given.suggested().isAfter(given.endsOn())) {
      throw sentences.refusal("year.suggested", given.endsOn());
    }
    return given;
  }

  private void handle(CompletingTask task) {
    ReviewYear year = book.find((String) task.variable("caseId")).orElseThrow();
    String branch = (String) task.variable("branch");
    Decision decision = Decision.valueOf((String) task.variable("handling"));
    LocalDate until = decision == Decision.EXEMPT ? null : until(year, task);
    if (decision == Decision.EXEMPT && runs.counting(branch, year.year()).isPresent()) {
      throw sentences.refusal("year.running");
    }
    book.handle(
        year.caseId(), branch, new Handled<>(decision, until), task.assignee().orElse("system"));
  }

  private LocalDate until(ReviewYear year, CompletingTask task) {
    LocalDate until = day(task, "handledDate");
    if (until == null
        || !until.isAfter(LocalDate.now(clock))
        || until.isAfter(year.latestDelay())) {
      throw sentences.refusal("year.until", year.latestDelay());
    }
    return until;
  }

  private static LocalDate day(CompletingTask task, String variable) {
    return task.variable(variable) instanceof Date date ? Deadlines.day(date) : null;
  }
}
