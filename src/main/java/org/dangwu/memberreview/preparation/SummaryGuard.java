package org.dangwu.memberreview.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The summaries: what a member says of himself, the check by the branch, and what becomes of one
 * that is not handed in (B08, E22). Runs before the dossier's own guard.
 */
@Component
@Order(50)
class SummaryGuard implements CompletionGuard {

  private static final List<ReviewGrade> SELF_GRADES =
      List.of(
          ReviewGrade.EXCELLENT, ReviewGrade.QUALIFIED, ReviewGrade.BASIC, ReviewGrade.UNQUALIFIED);

  private final Dossiers dossiers;
  private final ReviewRosters rosters;
  private final Organizations organizations;
  private final JdbcClient jdbc;
  private final ReviewSentences sentences;
  private final Clock clock;

  SummaryGuard(
      Dossiers dossiers,
      ReviewRosters rosters,
      Organizations organizations,
      JdbcClient jdbc,
      ReviewSentences sentences,
      Clock clock) {
    this.dossiers = dossiers;
    this.rosters = rosters;
    this.organizations = organizations;
    this.jdbc = jdbc;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    switch (task.elementId()) {
      case PreparationSteps.WRITE_SUMMARY, PreparationSteps.WRITE_LATE_SUMMARY ->
          requireSelfGrade(task);
      case PreparationSteps.CHECK_SUMMARY -> {
        requireOther(task);
        if ("RETURN".equals(task.variable("summaryResult"))) {
          setNewDate(task, "summaryDueDate");
        }
      }
      case PreparationSteps.CHECK_LATE_SUMMARY -> requireOther(task);
      case PreparationSteps.HANDLE_MISSING_SUMMARY -> handleMissing(task);
      default -> {
        // not a task of the summaries
      }
    }
  }

  /** Formal members judge themselves; probationary members receive no grade and give none (E19). */
  private void requireSelfGrade(CompletingTask task) {
    String caseId = text(task, "caseId");
    String member = text(task, "member");
    String grade =
        dossiers
            .find(DocumentKey.about(caseId, "summary", member))
            .map(document -> dossiers.read(document.id(), member).getOrDefault("selfGrade", ""))
            .orElse("")
            .strip();
    boolean formal = rosters.find(caseId, member).map(RosterMember::formal).orElse(false);
    if (!formal && !grade.isEmpty()) {
      throw sentences.refusal("summary.noSelfGrade");
    }
    if (formal && SELF_GRADES.stream().noneMatch(known -> known.label().equals(grade))) {
      throw sentences.refusal("summary.selfGrade");
    }
  }

  /** Nobody checks his own summary as long as the branch has somebody else to do it. */
  private void requireOther(CompletingTask task) {
    String member = text(task, "member");
    String branch = text(task, "organization");
    boolean own = task.assignee().filter(member::equals).isPresent();
    boolean another =
        Stream.of(Role.SECRETARY, Role.COMMITTEE)
            .flatMap(role -> organizations.holders(role, branch).stream())
            .anyMatch(holder -> !holder.equals(member));
    if (own && another) {
      throw sentences.refusal("summary.ownCheck");
    }
  }

  private void handleMissing(CompletingTask task) {
    switch (String.valueOf(task.variable("missingDecision"))) {
      case "REMIND" -> setNewDate(task, "newSummaryDate");
      case "REFUSED" -> refused(task);
      default -> {
        // dictated: the words stand in the case file
      }
    }
  }

  private void refused(CompletingTask task) {
    String caseId = text(task, "caseId");
    String member = text(task, "member");
    jdbc.sql("delete from memberreview_refusal where case_id = ? and person_id = ?")
        .params(caseId, member)
        .update();
    jdbc.sql(
            "insert into memberreview_refusal (case_id, person_id, recorded_by, recorded_at) values"
                + " (?, ?, ?, ?)")
        .params(
            caseId, member, task.assignee().orElse("system"), java.time.OffsetDateTime.now(clock))
        .update();
  }

  /** The new last day counts to its end. */
  private void setNewDate(CompletingTask task, String variable) {
    if (!(task.variable("newSummaryDate") instanceof Date given)) {
      throw sentences.refusal("summary.newDate");
    }
    LocalDate day = Deadlines.day(given);
    if (!day.isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("summary.newDate");
    }
    task.setVariable(variable, Deadlines.endOf(day));
  }

  private static String text(CompletingTask task, String variable) {
    return (String) task.variable(variable);
  }
}
