package org.dangwu.debriefing.outcome;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.ModelBean;
import org.dangwu.publication.NewPublication;
import org.dangwu.publication.Publications;
import org.dangwu.publication.Readership;

/** Makes the approved notice known within its range and tells those in it (C17). */
@ModelBean("publishDebriefNotice")
class PublishDebriefNotice implements JavaDelegate {

  static final String EVENT = "debrief-notice-published";

  private final Dossiers dossiers;
  private final OutcomeBook book;
  private final Publications publications;
  private final RangeNotices notices;

  PublishDebriefNotice(
      Dossiers dossiers, OutcomeBook book, Publications publications, RangeNotices notices) {
    this.dossiers = dossiers;
    this.book = book;
    this.publications = publications;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable(DebriefingProcess.CASE_ID);
    String committee = (String) execution.getVariable(DebriefingProcess.ORGANIZATION);
    Set<String> range = book.noticeRange(caseId);
    DossierDocument notice =
        dossiers
            .find(DocumentKey.of(caseId, DebriefNoticePage.PAPER))
            .filter(DossierDocument::isFinal)
            .orElseThrow(() -> new IllegalStateException("the notice is not final: " + caseId));
    if (!publications.isPublished(notice.id())) {
      dossiers.generate(notice.key(), notice.author());
      Readership readership = Readership.leaders(range);
      publications.publish(NewPublication.of(notice, committee, "通报", readership, notice.author()));
      notices.tell(EVENT, caseId, committee, readership, null);
    }
  }
}
