package org.dangwu.memberreview.grading;

import java.util.List;
import java.util.Map;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.desk.Steps;
import org.dangwu.memberreview.grading.ApprovalBook.Answer;
import org.dangwu.memberreview.grading.ApprovalBook.Kind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes the superior's answers: what is approved stands, what is returned goes back to the
 * committee alone (B20, E14). Nothing is approved that was not answered.
 */
@Component
@Order(50)
class ApprovalGuard implements CompletionGuard {

  private static final String PAPER = "approvalForm";

  private final ApprovalNeed need;
  private final ApprovalBook book;
  private final ApprovalRules rules;
  private final ItemBook items;
  private final DecisionBook decisions;
  private final Dossiers dossiers;

  ApprovalGuard(
      ApprovalNeed need,
      ApprovalBook book,
      ApprovalRules rules,
      ItemBook items,
      DecisionBook decisions,
      Dossiers dossiers) {
    this.need = need;
    this.book = book;
    this.rules = rules;
    this.items = items;
    this.decisions = decisions;
    this.dossiers = dossiers;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!Steps.is(task, Tasks.APPROVE_ITEMS)) {
      return;
    }
    String user = task.assignee().orElse("system");
    List<Item> asked = need.of((String) task.variable("caseId"));
    Map<String, Answer> answers = book.of(task.taskId());
    rules.checkComplete(asked, answers);
    boolean returned = false;
    for (Item item : asked) {
      Answer answer = answers.get(item.itemId());
      boolean approved = answer.kind() == Kind.APPROVE;
      returned |= !approved;
      if (approved) {
        items.move(item.itemId(), ItemState.APPROVED);
      } else {
        items.reopen(item.itemId());
      }
      paper(item, answer, user);
      decisions.record(
          item,
          DecisionBook.Body.SUPERIOR,
          "",
          0,
          "",
          item.proposed() == null ? "" : item.proposed().name(),
          answer.kind().name(),
          answer.reason(),
          user);
    }
    task.setVariable("itemsReturned", returned ? "YES" : "NO");
  }

  private void paper(Item item, Answer answer, String user) {
    DocumentKey key = DocumentKey.about(item.caseId(), PAPER, item.personId());
    dossiers.write(
        key,
        Map.of(
            "grade",
            item.state() == ItemState.PENDING ? item.state().label() : item.proposed().label(),
            "reason",
            item.reason(),
            "opinion",
            answer.kind().label() + "。" + answer.reason()),
        user);
    dossiers.finish(key, user);
  }
}
