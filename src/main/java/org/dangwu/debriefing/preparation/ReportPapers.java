package org.dangwu.debriefing.preparation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefReports;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** A secretary's report and what the reviewers said of it (F-C2, C07). */
@Component("debriefReportPapers")
class ReportPapers implements DebriefReports {

  private static final String REPORT = "debriefReport";
  private static final String REVIEW = "reportReview";
  private static final String MISSING = "reportMissing";
  private static final String OPINION = "opinion";

  private final Dossiers dossiers;

  ReportPapers(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  /** What was said of the report that was handed in last, empty when nothing was. */
  String lastOpinion(String caseId, String person, String reader) {
    return versions(caseId, person).stream()
        .filter(DossierDocument::isFinal)
        .reduce((earlier, later) -> later)
        .map(found -> opinion(found, reader))
        .orElse("");
  }

  /** What the reviewer has typed in this round, empty when nothing yet. */
  String draftOpinion(String caseId, String person, String reader) {
    return dossiers
        .find(DocumentKey.about(caseId, REVIEW, person))
        .filter(found -> !found.isFinal())
        .map(found -> opinion(found, reader))
        .orElse("");
  }

  void writeOpinion(String caseId, String person, String opinion, String author) {
    if (opinion.isEmpty() && draftOpinion(caseId, person, author).isEmpty()) {
      return;
    }
    dossiers.write(DocumentKey.about(caseId, REVIEW, person), Map.of(OPINION, opinion), author);
  }

  /**
   * Adds lines to a section of the report's draft; lines that stand there already are not repeated.
   *
   * @throws org.dangwu.dossier.DossierRefused when it would become too long
   */
  void quote(String caseId, String person, String section, String lines) {
    DocumentKey key = DocumentKey.about(caseId, REPORT, person);
    String before =
        dossiers
            .find(key)
            .map(found -> dossiers.read(found.id(), person).getOrDefault(section, ""))
            .orElse("");
    String added = missing(before, lines);
    if (!added.isEmpty()) {
      dossiers.write(
          key,
          Map.of(section, before.isBlank() ? added : before.stripTrailing() + "\n" + added),
          person);
    }
  }

  @Override
  public State of(DebriefEntry entry) {
    if (handedIn(entry)) {
      return State.HANDED_IN;
    }
    boolean missing =
        dossiers.isFinal(DocumentKey.about(entry.caseId(), MISSING, entry.personId()));
    return missing ? State.MISSING : State.OPEN;
  }

  private boolean handedIn(DebriefEntry entry) {
    return dossiers.versions(DocumentKey.about(entry.caseId(), REPORT, entry.personId())).stream()
        .anyMatch(DossierDocument::isFinal);
  }

  /** Id of the newest final report, to be opened beside a page. */
  Optional<String> report(String caseId, String person) {
    return dossiers
        .find(DocumentKey.about(caseId, REPORT, person))
        .filter(DossierDocument::isFinal)
        .map(DossierDocument::id);
  }

  private static String missing(String before, String lines) {
    List<String> there = before.lines().map(String::strip).toList();
    return String.join(
        "\n",
        lines
            .lines()
            .filter(line -> there.stream().noneMatch(old -> old.startsWith(line.strip())))
            .toList());
  }

  private List<DossierDocument> versions(String caseId, String person) {
    return dossiers.versions(DocumentKey.about(caseId, REVIEW, person));
  }

  private String opinion(DossierDocument document, String reader) {
    return dossiers.read(document.id(), reader).getOrDefault(OPINION, "").strip();
  }
}
