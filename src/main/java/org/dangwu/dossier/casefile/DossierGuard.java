package org.dangwu.dossier.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.AccessLog.Action;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets a task complete only when its documents are there, and makes them final in the same
 * transaction.
 */
@Component
@Order(100)
class DossierGuard implements CompletionGuard {

  private final Drafts drafts;
  private final DocumentStore store;
  private final AccessLog log;
  private final Sentences sentences;

  DossierGuard(Drafts drafts, DocumentStore store, AccessLog log, Sentences sentences) {
    this.drafts = drafts;
    this.store = store;
    this.log = log;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    Set<String> types =
        HeldTask.written(task.property(HeldTask.WRITE).orElse(null), task::variable);
    if (types.isEmpty()) {
      return;
    }
    List<Drafts.Missing> missing = new ArrayList<>();
    for (String name : types) {
      DocumentKey key = key(task, name, sentences, drafts);
      String author = task.assignee().orElse("system");
      Optional<DossierDocument> newest = store.current(key);
      requireOwnHand(drafts.type(name), key, newest, task);
      newest.filter(document -> !document.isFinal()).ifPresent(draft -> finish(draft, author));
      // After the draft is locked: nobody can empty a section behind this check.
      Drafts.Missing lacking = drafts.missing(key);
      if (!lacking.nothing()) {
        missing.add(lacking);
      }
    }
    if (!missing.isEmpty()) {
      throw new SubmissionRefused(sentence(missing.get(0), types.size() > 1));
    }
  }

  private void finish(DossierDocument draft, String author) {
    if (!drafts.finish(draft, author)) {
      throw new SubmissionRefused(sentences.say("document.final", draft.title()));
    }
    log.document(author, Action.WRITE, draft);
  }

  private void requireOwnHand(
      DocumentType type, DocumentKey key, Optional<DossierDocument> newest, CompletingTask task) {
    boolean ownTask = task.assignee().map(key.subject()::equals).orElse(true);
    boolean ownHand = newest.map(d -> d.author().equals(key.subject())).orElse(true);
    if (type.selfWritten() && !(ownTask && ownHand)) {
      throw new SubmissionRefused(sentences.say("access.self", type.title()));
    }
  }

  private String sentence(Drafts.Missing missing, boolean several) {
    if (missing.sections().isEmpty()) {
      return sentences.say("complete.upload", missing.title());
    }
    String labels = OfficialPapers.quoted(missing.sections());
    return several
        ? sentences.say("complete.sectionsOf", missing.title(), labels)
        : sentences.say("complete.sections", labels);
  }

  /** The document of a type that the task writes. */
  static DocumentKey key(CompletingTask task, String type, Sentences sentences, Drafts drafts) {
    Object caseId = task.variable("caseId");
    if (caseId == null) {
      throw new SubmissionRefused(sentences.say("task.noCase"));
    }
    DocumentType known;
    try {
      known = drafts.type(type);
    } catch (DossierRefused refused) {
      throw new SubmissionRefused(refused.getMessage(), refused);
    }
    if (!known.perPerson()) {
      return DocumentKey.of(caseId.toString(), type);
    }
    String subject =
        task.property(HeldTask.SUBJECT)
            .map(variable -> Objects.toString(task.variable(variable.strip()), ""))
            .orElse("");
    if (subject.isEmpty()) {
      throw new SubmissionRefused(sentences.say("complete.subject"));
    }
    return DocumentKey.about(caseId.toString(), type, subject);
  }
}
