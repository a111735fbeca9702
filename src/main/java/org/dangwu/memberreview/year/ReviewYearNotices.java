package org.dangwu.memberreview.year;

import java.util.Map;
import java.util.Optional;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Component;

/** The notice of the year: kept in the committee's case and delivered into each branch's. */
@Component
class ReviewYearNotices {

  static final String TYPE = "reviewYearNotice";
  static final String HANDLING = "reviewYearHandling";

  private final Dossiers dossiers;

  ReviewYearNotices(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  /** Adds what was laid down to the notice that is being written. */
  void describe(ReviewYear year, String author) {
    dossiers.write(
        DocumentKey.of(year.caseId(), TYPE), Map.of("arrangement", arrangement(year)), author);
  }

  /** Files the notice in the branch's case, once. */
  void deliver(ReviewYear year, ProcedureCase run) {
    DocumentKey copy = DocumentKey.of(run.caseId(), TYPE);
    Optional<DossierDocument> notice =
        dossiers.find(DocumentKey.of(year.caseId(), TYPE)).filter(DossierDocument::isFinal);
    if (notice.isPresent()
        && !dossiers.exists(copy)
        && run.state() == ProcedureCase.State.RUNNING) {
      dossiers.file(copy, dossiers.read(notice.get().id(), "system"), "system");
    }
  }

  /** Keeps why a branch does not review by itself. */
  void exempt(ReviewYear year, String branch, String reason, String author) {
    dossiers.file(
        DocumentKey.about(year.caseId(), HANDLING, branch), Map.of("reason", reason), author);
  }

  private static String arrangement(ReviewYear year) {
    return """
        完成并归档的日期：%s
        统一预定的支部党员大会日期：%s（各支部制定方案时可以改定）
        组织生活会：%s
        听取群众意见：%s
        已参加民主生活会的领导干部：%s"""
        .formatted(
            year.endsOn(),
            year.suggested(),
            year.combined() ? "同民主评议一并进行" : "分别进行",
            year.massesText(),
            year.leadersExcluded() ? "不列为评议对象" : "列为评议对象");
  }
}
