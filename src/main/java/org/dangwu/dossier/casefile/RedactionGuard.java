package org.dangwu.dossier.casefile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.RedactionCheck.Finding;
import org.dangwu.dossier.casefile.RedactionDecisions.Decision;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets a task with the property {@code dossier.redact} complete only when what it writes says
 * nothing that the documents of the types named there say in confidence (A30), save for sentences
 * that the principal decided about. Runs when the drafts are locked, after the guard that makes
 * them final; a refusal takes that back.
 */
@Component
@Order(105)
class RedactionGuard implements CompletionGuard {

  private final RedactionCheck check;
  private final RedactionDecisions decisions;
  private final Drafts drafts;
  private final Sentences sentences;

  RedactionGuard(
      RedactionCheck check, RedactionDecisions decisions, Drafts drafts, Sentences sentences) {
    this.check = check;
    this.decisions = decisions;
    this.drafts = drafts;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    Set<String> secret = HeldTask.names(task.property(HeldTask.REDACT).orElse(null));
    if (secret.isEmpty()) {
      return;
    }
    Set<DocumentKey> keys = new LinkedHashSet<>();
    for (String type : HeldTask.written(task.property(HeldTask.WRITE).orElse(""), task::variable)) {
      keys.add(DossierGuard.key(task, type, sentences, drafts));
    }
    String caseId = Objects.toString(task.variable("caseId"));
    keys.addAll(
        check.each(caseId, HeldTask.names(task.property(HeldTask.REDACT_EACH).orElse(null))));
    List<Decision> decided = decisions.of(caseId);
    List<Finding> open =
        check.of(caseId, keys, secret).stream()
            .filter(finding -> decided.stream().noneMatch(decision -> decision.covers(finding)))
            .toList();
    if (!open.isEmpty()) {
      throw new SubmissionRefused(sentence(open));
    }
  }

  /** Names the place and not the words: refusals are logged, contents are not. */
  private String sentence(List<Finding> open) {
    Finding first = open.get(0);
    String place =
        sentences.say(
            "redaction.place",
            first.title(),
            first.section(),
            String.valueOf(first.leak().number()));
    String why =
        sentences.say("redaction." + first.leak().reason().name(), place, first.leak().kind());
    return open.size() == 1
        ? sentences.say("redaction.refused", why)
        : sentences.say("redaction.refusedSeveral", why, String.valueOf(open.size()));
  }
}
