package org.dangwu.debriefing.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.Facts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps whether the report upward was sent in time, and takes only a receipt of the superior whose
 * day can be (C22).
 */
@Component("debriefReportUpGuard")
@Order(50)
class ReportUpGuard implements CompletionGuard {

  private final Dossiers dossiers;
  private final Facts facts;
  private final DebriefSentences sentences;
  private final Clock clock;

  ReportUpGuard(Dossiers dossiers, Facts facts, DebriefSentences sentences, Clock clock) {
    this.dossiers = dossiers;
    this.facts = facts;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DebriefSteps.of(task)) {
      return;
    }
    switch (task.elementId()) {
      case Tasks.REPORT_UP -> sent(task);
      case Tasks.RECEIVE_REPORT_UP, Tasks.RECORD_REPORT_RECEIPT -> receipt(task);
      default -> {
        // not a step of the report upward
      }
    }
  }

  private void sent(CompletingTask task) {
    LocalDate today = LocalDate.now(clock);
    Date due = (Date) task.variable(DebriefingProcess.REPORT_UP_DUE_DATE);
    facts.record(
        new Fact(
            caseId(task),
            (String) task.variable(DebriefingProcess.ORGANIZATION),
            ((Number) task.variable(DebriefingProcess.YEAR)).intValue(),
            Fact.Type.DEBRIEF_REPORTED,
            "",
            today,
            null,
            null,
            !today.isAfter(Deadlines.day(due))));
  }

  /** The day on the receipt lies between the report and today. */
  private void receipt(CompletingTask task) {
    String typed =
        dossiers
            .find(DocumentKey.of(caseId(task), "reportUpReceipt"))
            .map(found -> dossiers.read(found.id(), task.assignee().orElse("system")))
            .map(texts -> texts.getOrDefault("receivedOn", ""))
            .orElse("");
    if (typed.isEmpty()) {
      // The dossier asks for it.
      return;
    }
    LocalDate sent =
        dossiers
            .find(DocumentKey.of(caseId(task), "reportUp"))
            .map(report -> report.finalizedAt().atZone(clock.getZone()).toLocalDate())
            .orElseThrow(() -> sentences.refusal("outcome.reportUp.missing"));
    LocalDate day = day(typed);
    if (day.isBefore(sent) || day.isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("outcome.reportUp.day", sent.toString());
    }
  }

  private LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException notADay) {
      throw sentences.refusal("outcome.reportUp.noDay");
    }
  }

  private static String caseId(CompletingTask task) {
    return (String) task.variable(DebriefingProcess.CASE_ID);
  }
}
