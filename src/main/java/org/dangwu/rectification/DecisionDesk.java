package org.dangwu.rectification;

import org.dangwu.rectification.Accountabilities.Accountability;
import org.dangwu.rectification.Accountabilities.Measure;
import org.dangwu.rectification.Extensions.Extension;
import org.dangwu.rectification.HelpRequests.Help;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What others decide about an item. Saved here, in force when the task is completed; until then it
 * may be changed.
 */
@Component
class DecisionDesk {

  private final Verifications verifications;
  private final VerifyGuard verifying;
  private final Extensions extensions;
  private final ExtensionGuard extending;
  private final HelpRequests helps;
  private final Accountabilities accountabilities;
  private final AccountabilityGuard accounting;
  private final Texts texts;
  private final Sentences sentences;

  DecisionDesk(
      Verifications verifications,
      VerifyGuard verifying,
      Extensions extensions,
      ExtensionGuard extending,
      HelpRequests helps,
      Accountabilities accountabilities,
      AccountabilityGuard accounting,
      Texts texts,
      Sentences sentences) {
    this.verifications = verifications;
    this.verifying = verifying;
    this.extensions = extensions;
    this.extending = extending;
    this.helps = helps;
    this.accountabilities = accountabilities;
    this.accounting = accounting;
    this.texts = texts;
    this.sentences = sentences;
  }

  @Transactional
  String verify(ItemTasks.ItemTask task, Boolean passed, String opinion, String user) {
    verifying.requireOther(task.item(), user);
    if (passed == null) {
      throw sentences.refusal("verify.choose");
    }
    String text = texts.optional(opinion, "验收意见");
    if (!passed && text.isEmpty()) {
      throw sentences.refusal("verify.opinion");
    }
    verifications.save(task.taskId(), task.item().id(), passed, text, user);
    return sentences.say("verify.saved");
  }

  @Transactional
  String decideExtension(RectificationItem item, Boolean agreed, String opinion, String user) {
    Extension open =
        extensions.openOne(item.id()).orElseThrow(() -> sentences.refusal("task.gone"));
    extending.requireOther(item, open, user);
    if (agreed == null) {
      throw sentences.refusal("extension.choose");
    }
    extensions.draftDecision(open.id(), agreed, texts.required(opinion, "审定意见"), user);
    return sentences.say("extension.saved");
  }

  @Transactional
  String answerHelp(RectificationItem item, String answer, String user) {
    Help open = helps.openOne(item.id()).orElseThrow(() -> sentences.refusal("task.gone"));
    helps.draftAnswer(open.id(), texts.required(answer, "答复"), user);
    return sentences.say("help.saved");
  }

  @Transactional
  String decideAccountability(
      RectificationItem item, Measure decision, String reason, String user) {
    accounting.requireUnconcerned(item, user);
    Accountability open =
        accountabilities.openOne(item.id()).orElseThrow(() -> sentences.refusal("task.gone"));
    if (decision == null) {
      throw sentences.refusal("accountability.choose");
    }
    accountabilities.draftDecision(open.id(), decision, texts.required(reason, "理由"), user);
    return sentences.say("accountability.saved");
  }
}
