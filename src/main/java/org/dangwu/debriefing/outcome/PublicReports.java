package org.dangwu.debriefing.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reports of a debriefing and what is made public of each (C18). */
@Component
class PublicReports {

  static final String REPORT = "debriefReport";
  static final String PUBLIC = "publishedReport";

  private static final String REMARK_DAYS = "debrief.remarkDays";

  private final DebriefEntries entries;
  private final Dossiers dossiers;
  private final DocumentCatalogue catalogue;
  private final OutcomeBook book;
  private final Parameters parameters;
  private final Clock clock;

  PublicReports(
      DebriefEntries entries,
      Dossiers dossiers,
      DocumentCatalogue catalogue,
      OutcomeBook book,
      Parameters parameters,
      Clock clock) {
    this.entries = entries;
    this.dossiers = dossiers;
    this.catalogue = catalogue;
    this.book = book;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** Those whose report is on record, in the order of the session. */
  List<DebriefEntry> reported(String caseId) {
    return entries.of(caseId).stream()
        .filter(entry -> entry.state().debriefs() || entry.graded())
        .filter(entry -> dossiers.isFinal(key(entry, REPORT)))
        .toList();
  }

  /** Empty when nobody of that id has a report on record in the case. */
  Optional<DebriefEntry> reported(String caseId, String entryId) {
    return reported(caseId).stream().filter(one -> one.entryId().equals(entryId)).findFirst();
  }

  Optional<DossierDocument> version(DebriefEntry entry) {
    return dossiers.find(key(entry, PUBLIC));
  }

  /** Section by section what the secretary wrote and what is to be public. */
  List<Section> sections(DebriefEntry entry, String user) {
    Map<String, String> written =
        dossiers
            .find(key(entry, REPORT))
            .map(document -> dossiers.read(document.id(), user))
            .orElse(Map.of());
    Optional<Map<String, String>> open =
        version(entry).map(document -> dossiers.read(document.id(), user));
    return catalogue.sections(PUBLIC).stream()
        .map(
            section ->
                new Section(
                    section,
                    written.getOrDefault(section.key(), ""),
                    open.map(texts -> texts.getOrDefault(section.key(), ""))
                        .orElse(written.getOrDefault(section.key(), ""))))
        .toList();
  }

  /** Takes the report as it is for everybody for whom nothing was prepared yet. */
  @Transactional
  void adopt(String caseId, String user) {
    for (DebriefEntry entry : reported(caseId)) {
      if (version(entry).isEmpty()) {
        Map<String, String> texts = new LinkedHashMap<>();
        sections(entry, user).forEach(one -> texts.put(one.section().key(), one.open()));
        dossiers.write(key(entry, PUBLIC), texts, user);
      }
    }
  }

  @Transactional
  void save(DebriefEntry entry, Map<String, String> texts, ReportRange range, String user) {
    dossiers.write(key(entry, PUBLIC), texts, user);
    book.saveReportRange(entry.caseId(), entry.entryId(), range);
  }

  /** Whether what is to be public says anything. */
  boolean saysSomething(DebriefEntry entry, String user) {
    return version(entry)
        .filter(
            document ->
                dossiers.read(document.id(), user).values().stream()
                    .anyMatch(text -> !text.isBlank()))
        .isPresent();
  }

  void finish(DebriefEntry entry, String user) {
    dossiers.finish(key(entry, PUBLIC), user);
  }

  /** The last day for remarks as chosen, else as the parameter proposes. */
  LocalDate remarksUntil(String caseId, String committee, int year) {
    return book.remarksUntil(caseId)
        .orElseGet(
            () -> LocalDate.now(clock).plusDays(parameters.number(REMARK_DAYS, committee, year)));
  }

  private static DocumentKey key(DebriefEntry entry, String type) {
    return DocumentKey.about(entry.caseId(), type, entry.personId());
  }

  /**
   * @param written by the secretary
   * @param open what is to be public
   */
  record Section(DocumentSection section, String written, String open) {}
}
