package org.dangwu.memberreview.outcome;

import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.desk.Steps;
import org.dangwu.memberreview.grading.Item;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.grading.Sentences;
import org.dangwu.memberreview.outcome.Feedback.Answer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way of a member's answer: acknowledged, or objected, heard and decided (B21, E24). */
@Component
@Order(50)
class ObjectionGuard implements CompletionGuard {

  static final String OBJECTION = "objection";
  static final String HEARING = "objectionHearing";
  static final String DECISION = "objectionDecision";

  private final ItemBook items;
  private final FeedbackBook book;
  private final Dossiers dossiers;
  private final Sentences sentences;

  ObjectionGuard(ItemBook items, FeedbackBook book, Dossiers dossiers, Sentences sentences) {
    this.items = items;
    this.book = book;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!Steps.of(task)) {
      return;
    }
    switch (task.elementId()) {
      case Tasks.ACKNOWLEDGE_RESULT -> {
        Item item = item(task);
        Answer answer = feedback(item).answer();
        if (answer == null) {
          throw sentences.refusal("result.missing");
        }
        if (answer == Answer.OBJECT) {
          finish(item, OBJECTION, task, "result.missing");
        }
        task.setVariable("acknowledgement", answer.name());
      }
      case Tasks.HEAR_OBJECTION -> finish(item(task), HEARING, task, "objection.missing");
      case Tasks.DECIDE_OBJECTION -> {
        Item item = item(task);
        if (feedback(item).decision() == null) {
          throw sentences.refusal("objection.missing");
        }
        finish(item, DECISION, task, "objection.missing");
        task.setVariable("objectionDecision", feedback(item).decision().name());
      }
      default -> {
        // not a step of the answer
      }
    }
  }

  private Item item(CompletingTask task) {
    return items
        .of((String) task.variable("caseId"), (String) task.variable("member"))
        .orElseThrow(() -> sentences.refusal("task.gone"));
  }

  private Feedback feedback(Item item) {
    return book.find(item.itemId()).orElseThrow(() -> sentences.refusal("task.gone"));
  }

  private void finish(Item item, String type, CompletingTask task, String missing) {
    DocumentKey key = DocumentKey.about(item.caseId(), type, item.personId());
    dossiers
        .find(key)
        .filter(draft -> !draft.isFinal())
        .map(DossierDocument::key)
        .orElseThrow(() -> sentences.refusal(missing));
    dossiers.finish(key, task.assignee().orElse("system"));
  }
}
