package org.dangwu.lifemeeting;

import java.util.Map;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Turns each inquiry into a document that only the member concerned, the principal and the
 * superior's discipline commission may see (A14).
 */
@Component
@Order(50)
class InquiryGuard implements CompletionGuard {

  /** The step in which the principal states who was subject to an inquiry. */
  static final String ELEMENT = "UserTask_RecordInquiry";

  static final String DOCUMENT = "inquiry";

  private final InquiryBook book;
  private final InquiryRules rules;
  private final Dossiers dossiers;
  private final Sentences sentences;

  InquiryGuard(InquiryBook book, InquiryRules rules, Dossiers dossiers, Sentences sentences) {
    this.book = book;
    this.rules = rules;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(ELEMENT)) {
      return;
    }
    String caseId = (String) task.variable(LifeMeetingProcess.CASE_ID.name());
    if (!book.isChecked(task.taskId())) {
      throw sentences.refusal("inquiry.unchecked");
    }
    String author = task.assignee().orElse("system");
    for (Inquiry inquiry : book.of(caseId)) {
      DocumentKey key = DocumentKey.about(caseId, DOCUMENT, inquiry.personId());
      dossiers.write(
          key,
          Map.of(
              "reference",
              inquiry.reference(),
              "outcome",
              inquiry.outcome().label(),
              "requirement",
              rules.requirement(inquiry.outcome()),
              "matter",
              inquiry.matter()),
          author);
      dossiers.finish(key, author);
    }
    book.clear(caseId);
  }
}
