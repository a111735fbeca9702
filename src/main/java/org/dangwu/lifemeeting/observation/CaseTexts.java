package org.dangwu.lifemeeting.observation;

import java.util.Map;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.observation.ObservationTasks.OpenTask;
import org.springframework.stereotype.Component;

/** Single texts in the case file that a page of this package shows and saves. */
@Component
class CaseTexts {

  private final Dossiers dossiers;

  CaseTexts(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  /** The text as it stands, empty when nothing is written. */
  String read(String caseId, String type, String section, String user) {
    return dossiers
        .find(DocumentKey.of(caseId, type))
        .map(document -> dossiers.read(document.id(), user).getOrDefault(section, ""))
        .orElse("");
  }

  /** The same for the page of a task, which shows it to nobody but him who holds the task. */
  String shown(OpenTask task, String type, String section, String user) {
    return task.held() ? read(task.caseId(), type, section, user) : "";
  }

  void write(String caseId, String type, String section, String text, String user) {
    try {
      dossiers.write(DocumentKey.of(caseId, type), Map.of(section, text), user);
    } catch (DossierRefused refused) {
      throw new SubmissionRefused(refused.getMessage(), refused);
    }
  }

  void finish(String caseId, String type, String user) {
    dossiers.finish(DocumentKey.of(caseId, type), user);
  }
}
