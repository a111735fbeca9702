package org.dangwu.lifemeeting.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.lifemeeting.Sentences;
import org.dangwu.procedure.GuidedBodies.Handled;
import org.dangwu.procedure.Parameters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes over what the superior lays down for the year and decides about bodies (A01, A02, A04). */
@Component
@Order(50)
class YearGuard implements CompletionGuard {

  static final String DEPLOY = "UserTask_DeployYear";
  static final String RESOLVE_BLOCKED = "UserTask_ResolveBlocked";
  static final String HANDLE = "UserTask_HandleNotHeld";

  private final YearBook book;
  private final YearNotices notices;
  private final Parameters parameters;
  private final Sentences sentences;
  private final Clock clock;

  YearGuard(
      YearBook book, YearNotices notices, Parameters parameters, Sentences sentences, Clock clock) {
    this.book = book;
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
    Deployment deployment = checked(deployment(task));
    String user = task.assignee().orElse("system");
    book.deploy(deployment, user);
    notices.describe(deployment, user);
    LocalDate today = LocalDate.now(clock);
    LocalDate from = deployment.windowStart().isBefore(today) ? today : deployment.windowStart();
    long half = Deadlines.daysBetween(from, deployment.windowEnd()) / 2;
    task.setVariable("windowEndDate", Deadlines.endOf(deployment.windowEnd()));
    task.setVariable("windowClosedDate", Deadlines.startOf(deployment.windowEnd().plusDays(1)));
    task.setVariable("midWindowDate", Deadlines.morningOf(from.plusDays(half)));
  }

  private Deployment deployment(CompletingTask task) {
    String organization = (String) task.variable("organization");
    int year = ((Number) task.variable("year")).intValue();
    boolean moved = "MOVED".equals(task.variable("windowMode"));
    int first = parameters.number("dlm.windowFirstMonth", organization, year);
    int last = parameters.number("dlm.windowLastMonth", organization, year);
    String source = (String) task.variable("themeSource");
    return new Deployment(
        (String) task.variable("caseId"),
        organization,
        year,
        source,
        "SUPERIOR".equals(source) ? (String) task.variable("theme") : null,
        moved ? day(task, "windowStartDate") : month(year, first).withDayOfMonth(1),
        moved ? day(task, "windowEndDate") : month(year, last + 1).minusDays(1),
        day(task, "suggestedDate"));
  }

  private Deployment checked(Deployment given) {
    if (given.windowStart() == null || given.windowEnd() == null) {
      throw sentences.refusal("year.window");
    }
    LocalDate today = LocalDate.now(clock);
    if (given.windowEnd().isBefore(given.windowStart()) || given.windowEnd().isBefore(today)) {
      throw sentences.refusal("year.windowOrder");
    }
    if (given.windowStart().getYear() < given.year() || given.windowEnd().isAfter(latest(given))) {
      throw sentences.refusal("year.windowYear", String.valueOf(given.year()));
    }
    LocalDate suggested = given.suggested();
    if (suggested == null
        || !suggested.isAfter(today)
        || suggested.isBefore(given.windowStart())
        || suggested.isAfter(given.windowEnd())) {
      throw sentences.refusal("year.suggested", given.windowStart(), given.windowEnd());
    }
    return given;
  }

  private void handle(CompletingTask task) {
    String caseId = (String) task.variable("caseId");
    Deployment deployment = book.find(caseId).orElseThrow();
    LocalDate until = day(task, "handledDate");
    if (until == null
        || !until.isAfter(LocalDate.now(clock))
        || until.isAfter(latest(deployment))) {
      throw sentences.refusal("year.until", latest(deployment));
    }
    book.handle(
        caseId,
        (String) task.variable("body"),
        new Handled<>(Decision.valueOf((String) task.variable("handling")), until),
        task.assignee().orElse("system"));
  }

  private static LocalDate latest(Deployment deployment) {
    return LocalDate.of(deployment.year() + 1, 3, 31);
  }

  private static LocalDate month(int year, int month) {
    return LocalDate.of(year, 1, 1).plusMonths(month - 1L);
  }

  private static LocalDate day(CompletingTask task, String variable) {
    return task.variable(variable) instanceof Date date ? Deadlines.day(date) : null;
  }
}
