package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.dangwu.engine.Unrestricted;
import org.dangwu.rectification.HelpRequests.Help;
import org.dangwu.rectification.RectificationProcess.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the owner of an item does while he puts it right (A31, A32). */
@Component
class OwnerDesk {

  private final ProgressBook progress;
  private final HelpRequests helps;
  private final Extensions extensions;
  private final Evidence evidence;
  private final Texts texts;
  private final Sentences sentences;
  private final RuntimeService runtime;
  private final Unrestricted unrestricted;
  private final Clock clock;

  OwnerDesk(
      ProgressBook progress,
      HelpRequests helps,
      Extensions extensions,
      Evidence evidence,
      Texts texts,
      Sentences sentences,
      RuntimeService runtime,
      Unrestricted unrestricted,
      Clock clock) {
    this.progress = progress;
    this.helps = helps;
    this.extensions = extensions;
    this.evidence = evidence;
    this.texts = texts;
    this.sentences = sentences;
    this.runtime = runtime;
    this.unrestricted = unrestricted;
    this.clock = clock;
  }

  @Transactional
  String report(RectificationItem item, String report, String proof, String user) {
    progress.add(item.id(), texts.required(report, "整改进展"), texts.optional(proof, "佐证说明"), user);
    return sentences.say("progress.saved");
  }

  @Transactional
  String attach(RectificationItem item, String name, byte[] content, String user) {
    evidence.attach(item, name, content, user);
    return sentences.say("file.saved");
  }

  @Transactional
  String askHelp(RectificationItem item, String request, String user) {
    String text = texts.required(request, "请求上级协助的事项");
    if (helps.openOne(item.id()).isPresent()) {
      throw sentences.refusal("help.open");
    }
    helps.open(item.id(), text, user);
    send(Messages.HELP_REQUESTED, item);
    return sentences.say("help.asked");
  }

  @Transactional
  String withdrawHelp(RectificationItem item) {
    Help open = helps.openOne(item.id()).orElseThrow(() -> sentences.refusal("help.none"));
    helps.end(open.id(), HelpRequests.State.WITHDRAWN);
    send(Messages.HELP_WITHDRAWN, item);
    return sentences.say("help.withdrawn");
  }

  @Transactional
  String askExtension(RectificationItem item, LocalDate newDue, String reason, String user) {
    if (newDue == null || !newDue.isAfter(item.dueOn()) || !newDue.isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("extension.later", item.dueOn().toString());
    }
    String text = texts.required(reason, "延期理由");
    if (extensions.openOne(item.id()).isPresent()) {
      throw sentences.refusal("extension.open");
    }
    extensions.open(item, newDue, text, user);
    send(Messages.EXTENSION_REQUESTED, item);
    return sentences.say("extension.asked", item.dueOn().toString());
  }

  /** The owner may not touch instances in general; what he may do here was checked before. */
  private void send(String message, RectificationItem item) {
    unrestricted.run(
        () ->
            runtime
                .createMessageCorrelation(message)
                .processInstanceId(item.processInstanceId())
                .correlate());
  }
}
