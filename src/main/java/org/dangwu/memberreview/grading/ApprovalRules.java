package org.dangwu.memberreview.grading;

import java.util.List;
import java.util.Map;
import org.dangwu.memberreview.grading.ApprovalBook.Answer;
import org.dangwu.memberreview.grading.ApprovalBook.Kind;
import org.springframework.stereotype.Component;

/** What the superior's answers must hold to (B19, B20, E10, E13, E14). */
@Component
class ApprovalRules {

  private static final int LONGEST = 2000;

  private final Sentences sentences;

  ApprovalRules(Sentences sentences) {
    this.sentences = sentences;
  }

  /**
   * Checks an answer by itself.
   *
   * @throws org.dangwu.engine.SubmissionRefused with what to change
   */
  void check(Item item, Answer answer) {
    if (answer.reason().length() > LONGEST) {
      throw sentences.refusal("approval.long", item.personName(), LONGEST);
    }
    if (item.state() == ItemState.PENDING && answer.kind() == Kind.APPROVE) {
      throw sentences.refusal("approval.pending", item.personName());
    }
    if (answer.kind() == Kind.RETURN && answer.reason().isEmpty()) {
      throw sentences.refusal("approval.returnReason", item.personName());
    }
    if (item.state() == ItemState.NOT_CARRIED && answer.reason().isEmpty()) {
      throw sentences.refusal("approval.notCarried", item.personName());
    }
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused naming who has no answer yet
   */
  void checkComplete(List<Item> asked, Map<String, Answer> answers) {
    for (Item item : asked) {
      Answer answer = answers.get(item.itemId());
      if (answer == null) {
        throw sentences.refusal("approval.open", item.personName());
      }
      check(item, answer);
    }
  }
}
