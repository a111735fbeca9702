package org.dangwu.debriefing.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.publication.NewPublication;
import org.dangwu.publication.Publications;
import org.dangwu.publication.Readership;

/** Makes the reports public within their ranges until the day up to which readers remark (C18). */
@ModelBean("publishDebriefReports")
class PublishDebriefReports implements JavaDelegate {

  static final String EVENT = "debrief-reports-published";

  private final PublicReports reports;
  private final OutcomeBook book;
  private final Publications publications;
  private final RangeNotices notices;
  private final DebriefSentences sentences;

  PublishDebriefReports(
      PublicReports reports,
      OutcomeBook book,
      Publications publications,
      RangeNotices notices,
      DebriefSentences sentences) {
    this.reports = reports;
    this.book = book;
    this.publications = publications;
    this.notices = notices;
    this.sentences = sentences;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable(DebriefingProcess.CASE_ID);
    String committee = (String) execution.getVariable(DebriefingProcess.ORGANIZATION);
    int year = ((Number) execution.getVariable(DebriefingProcess.YEAR)).intValue();
    LocalDate until = reports.remarksUntil(caseId, committee, year);
    List<DebriefEntry> reported = reports.reported(caseId);
    List<String> units = reported.stream().map(DebriefEntry::organization).distinct().toList();
    Optional<Readership> all = Optional.empty();
    for (DebriefEntry entry : reported) {
      Readership range = range(entry, committee, units);
      reports
          .version(entry)
          .filter(DossierDocument::isFinal)
          .filter(document -> !publications.isPublished(document.id()))
          .ifPresent(document -> publish(document, entry, committee, range, until));
      all = Optional.of(all.map(others -> others.and(range)).orElse(range));
    }
    all.ifPresent(range -> notices.tell(EVENT, caseId, committee, range, until));
    execution.setVariable(DebriefingProcess.REMARKS_DUE_DATE, Deadlines.startOf(until.plusDays(1)));
  }

  private void publish(
      DossierDocument document,
      DebriefEntry entry,
      String committee,
      Readership range,
      LocalDate until) {
    publications.publish(
        new NewPublication(
            document,
            committee,
            sentences.say("outcome.report.kind"),
            sentences.say(
                "outcome.report.title", entry.organizationName(), entry.title(), entry.name()),
            range,
            until,
            document.author()));
  }

  private Readership range(DebriefEntry entry, String committee, List<String> units) {
    Readership own =
        Readership.inside(entry.organization()).and(Readership.leaders(List.of(committee)));
    return switch (book.reportRange(entry.entryId())) {
      case PEERS -> own.and(Readership.leaders(units));
      case ALL -> units.stream().map(Readership::inside).reduce(own, Readership::and);
    };
  }
}
