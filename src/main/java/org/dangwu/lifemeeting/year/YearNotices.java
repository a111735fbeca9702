package org.dangwu.lifemeeting.year;

import java.util.Map;
import java.util.Optional;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Component;

/** The notice of the year (部署通知): kept in the superior's case and delivered into each body's. */
@Component
class YearNotices {

  static final String TYPE = "yearNotice";

  private final Dossiers dossiers;

  YearNotices(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  /** Adds what was laid down to the notice that is being written. */
  void describe(Deployment deployment, String author) {
    dossiers.write(
        DocumentKey.of(deployment.caseId(), TYPE),
        Map.of("arrangement", arrangement(deployment)),
        author);
  }

  /** Files the notice in the body's case, once. */
  void deliver(Deployment deployment, ProcedureCase run) {
    DocumentKey copy = DocumentKey.of(run.caseId(), TYPE);
    Optional<DossierDocument> notice =
        dossiers.find(DocumentKey.of(deployment.caseId(), TYPE)).filter(DossierDocument::isFinal);
    if (notice.isPresent()
        && !dossiers.exists(copy)
        && run.state() == ProcedureCase.State.RUNNING) {
      dossiers.file(copy, dossiers.read(notice.get().id(), "system"), "system");
    }
  }

  private static String arrangement(Deployment deployment) {
    return "会议主题：%s\n召开时间：%s至%s\n统一预定的会议日期：%s（各单位制定方案时可以改定）"
        .formatted(
            deployment.theme() == null ? "由各领导班子提出，报上级党组织同意" : deployment.theme(),
            deployment.windowStart(),
            deployment.windowEnd(),
            deployment.suggested());
  }
}
