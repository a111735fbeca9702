package org.dangwu.debriefing.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.publication.Remark;
import org.dangwu.publication.Remarks;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets notice and reports go on only when it is on record who reads them (C17), what is public of
 * each report and until when it may be remarked on (C18), and what was done about remarks.
 */
@Component("debriefOutcomeGuard")
@Order(50)
class OutcomeGuard implements CompletionGuard {

  private final NoticeRange range;
  private final OutcomeBook book;
  private final PublicReports reports;
  private final Remarks remarks;
  private final Dossiers dossiers;
  private final RemarkPaper paper;
  private final DebriefSentences sentences;
  private final Clock clock;

  OutcomeGuard(
      NoticeRange range,
      OutcomeBook book,
      PublicReports reports,
      Remarks remarks,
      Dossiers dossiers,
      RemarkPaper paper,
      DebriefSentences sentences,
      Clock clock) {
    this.range = range;
    this.book = book;
    this.reports = reports;
    this.remarks = remarks;
    this.dossiers = dossiers;
    this.paper = paper;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DebriefSteps.of(task)) {
      return;
    }
    switch (task.elementId()) {
      case Tasks.DRAFT_NOTICE -> notice(task);
      case Tasks.PREPARE_REPORTS -> reports(task);
      case Tasks.HANDLE_REMARKS -> remarks(task);
      default -> {
        // not a step of this kind
      }
    }
  }

  private void notice(CompletingTask task) {
    String caseId = caseId(task);
    Set<String> chosen = book.noticeRange(caseId);
    if (chosen.isEmpty()) {
      throw sentences.refusal("outcome.notice.missing");
    }
    dossiers.write(
        DocumentKey.of(caseId, DebriefNoticePage.PAPER),
        Map.of("range", range.words(range.choices(caseId, committee(task)), chosen)),
        user(task));
  }

  private void reports(CompletingTask task) {
    String caseId = caseId(task);
    int year = ((Number) task.variable(DebriefingProcess.YEAR)).intValue();
    LocalDate until = reports.remarksUntil(caseId, committee(task), year);
    if (!until.isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("outcome.reports.until");
    }
    book.saveRemarksUntil(caseId, until);
    List<DebriefEntry> reported = reports.reported(caseId);
    String unprepared =
        reported.stream()
            .filter(entry -> !reports.saysSomething(entry, user(task)))
            .map(DebriefEntry::name)
            .collect(Collectors.joining("、"));
    if (!unprepared.isEmpty()) {
      throw sentences.refusal("outcome.reports.missing", unprepared);
    }
    // The guard of the dossier that follows checks what is locked here.
    reported.forEach(entry -> reports.finish(entry, user(task)));
  }

  private void remarks(CompletingTask task) {
    String caseId = caseId(task);
    List<Remark> all = remarks.ofCase(caseId);
    long open = all.stream().filter(remark -> !remark.handled()).count();
    if (open > 0) {
      throw sentences.refusal("outcome.remarks.missing", String.valueOf(open));
    }
    dossiers.file(DocumentKey.of(caseId, "remarks"), Map.of("text", paper.of(all)), user(task));
  }

  private static String caseId(CompletingTask task) {
    return (String) task.variable(DebriefingProcess.CASE_ID);
  }

  private static String committee(CompletingTask task) {
    return (String) task.variable(DebriefingProcess.ORGANIZATION);
  }

  private static String user(CompletingTask task) {
    return task.assignee().orElse("system");
  }
}
