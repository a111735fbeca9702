package org.dangwu.debriefing.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.engine.Unrestricted;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The review of a report (C07): by somebody else than its writer, and what goes back goes back with
 * an opinion and with a day that lies ahead. A report that is overdue is given a new day, too
 * (C06). Runs before the dossier's own guard.
 */
@Component("debriefReportGuard")
@Order(50)
class ReportGuard implements CompletionGuard {

  /** Day by which a returned report is to be handed in again. */
  static final String NEW_DATE = "newReportDate";

  private final ReportPapers papers;
  private final DebriefPlans plans;
  private final DebriefEntries entries;
  private final TaskService tasks;
  private final Unrestricted unrestricted;
  private final Organizations organizations;
  private final DebriefSentences sentences;
  private final Clock clock;

  ReportGuard(
      ReportPapers papers,
      DebriefPlans plans,
      DebriefEntries entries,
      TaskService tasks,
      Unrestricted unrestricted,
      Organizations organizations,
      DebriefSentences sentences,
      Clock clock) {
    this.papers = papers;
    this.plans = plans;
    this.entries = entries;
    this.tasks = tasks;
    this.unrestricted = unrestricted;
    this.organizations = organizations;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (DebriefSteps.is(task, DebriefingProcess.Tasks.REVIEW_REPORT)) {
      requireOther(task);
      if ("RETURN".equals(task.variable(DebriefingProcess.REPORT_DECISION))) {
        requireOpinion(task);
        setNewDay(task);
      }
    } else if (DebriefSteps.is(task, DebriefingProcess.Tasks.HANDLE_MISSING_REPORT)) {
      if ("EXTEND".equals(task.variable(DebriefingProcess.MISSING_REPORT_DECISION))) {
        extend(task);
      } else if (writing(task).isEmpty()) {
        // Handed in meanwhile: it is to be reviewed, not to be missed.
        throw sentences.refusal("review.notMissing");
      }
    }
  }

  /** Nobody reviews his own report as long as there is somebody else to do it. */
  private void requireOther(CompletingTask task) {
    String writer = text(task, DebriefingProcess.DEBRIEFER);
    boolean own = task.assignee().filter(writer::equals).isPresent();
    if (own && reviewers(task).anyMatch(reviewer -> !reviewer.equals(writer))) {
      throw sentences.refusal("review.own");
    }
  }

  private Stream<String> reviewers(CompletingTask task) {
    String superior = text(task, DebriefingProcess.SUPERIOR);
    return organizations
        .organizers(superior)
        .map(
            department ->
                Stream.of(Role.STAFF, Role.HEAD)
                    .flatMap(role -> organizations.holders(role, department.code()).stream()))
        .orElseGet(() -> organizations.holders(Role.OFFICE, superior).stream());
  }

  private void requireOpinion(CompletingTask task) {
    String opinion =
        papers.draftOpinion(
            text(task, DebriefingProcess.CASE_ID),
            text(task, DebriefingProcess.DEBRIEFER),
            task.assignee().orElse("system"));
    if (opinion.isEmpty()) {
      throw sentences.refusal("review.noOpinion");
    }
  }

  /** The new last day counts to its end; without one the old day stands while it lies ahead. */
  private void setNewDay(CompletingTask task) {
    LocalDate today = LocalDate.now(clock);
    if (!(task.variable(NEW_DATE) instanceof Date given)) {
      boolean ahead =
          task.variable(DebriefingProcess.REPORT_DUE_DATE) instanceof Date due
              && !Deadlines.day(due).isBefore(today);
      if (!ahead) {
        throw sentences.refusal("review.needsDay");
      }
      return;
    }
    task.setVariable(DebriefingProcess.REPORT_DUE_DATE, Deadlines.endOf(ahead(task, given)));
  }

  /** Whoever is late gets the new day in his list of tasks, too. */
  private void extend(CompletingTask task) {
    if (!(task.variable(DebriefingProcess.EXTENDED_DATE) instanceof Date given)) {
      throw sentences.refusal("review.needsDay");
    }
    Date end = Deadlines.endOf(ahead(task, given));
    task.setVariable(DebriefingProcess.EXTENDED_DATE, end);
    task.setVariable(DebriefingProcess.REPORT_DUE_DATE, end);
    unrestricted.run(
        () ->
            writing(task)
                .forEach(
                    late -> {
                      late.setDueDate(end);
                      tasks.saveTask(late);
                    }));
  }

  /** The task of writing, while it is open. */
  private List<Task> writing(CompletingTask task) {
    return unrestricted.call(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceId(task.processInstanceId())
                .taskDefinitionKey(DebriefingProcess.Tasks.WRITE_REPORT)
                .list());
  }

  /** Today or later, and before the session of him who speaks there. */
  private LocalDate ahead(CompletingTask task, Date given) {
    LocalDate today = LocalDate.now(clock);
    LocalDate day = Deadlines.day(given);
    if (day.isBefore(today)) {
      throw sentences.refusal("review.dayPast");
    }
    Optional<LocalDate> session =
        plans
            .of(text(task, DebriefingProcess.CASE_ID))
            .map(DebriefPlan::sessionDate)
            .filter(held -> held.isAfter(today))
            .filter(held -> speaks(task));
    if (session.filter(held -> !day.isBefore(held)).isPresent()) {
      throw sentences.refusal(
          "review.afterSession", session.get().getMonthValue(), session.get().getDayOfMonth());
    }
    return day;
  }

  private boolean speaks(CompletingTask task) {
    return entries
        .find(text(task, DebriefingProcess.ENTRY_ID))
        .filter(DebriefEntry::onSite)
        .isPresent();
  }

  private static String text(CompletingTask task, String variable) {
    return (String) task.variable(variable);
  }
}
