package org.dangwu.dossier.casefile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.AccessLog.Action;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.SubmittedTextSink;
import org.springframework.stereotype.Component;

/**
 * Takes the long texts of submitted forms. A document that is written by forms alone becomes final
 * with the submission; each round is a version of its own and does not repeat the one before.
 */
@Component
class FormTexts implements SubmittedTextSink {

  private final Drafts drafts;
  private final DocumentStore store;
  private final AccessLog log;
  private final Sentences sentences;

  FormTexts(Drafts drafts, DocumentStore store, AccessLog log, Sentences sentences) {
    this.drafts = drafts;
    this.store = store;
    this.log = log;
    this.sentences = sentences;
  }

  @Override
  public void store(CompletingTask task, Map<String, String> textsByPath) {
    Set<String> guarded =
        HeldTask.written(task.property(HeldTask.WRITE).orElse(null), task::variable);
    byDocument(textsByPath)
        .forEach((type, texts) -> store(task, type, texts, guarded.contains(type)));
  }

  private void store(CompletingTask task, String type, Map<String, String> texts, boolean guarded) {
    DocumentKey key = DossierGuard.key(task, type, sentences, drafts);
    String author = task.assignee().orElse("system");
    if (drafts.type(type).selfWritten() && !author.equals(key.subject())) {
      throw new SubmissionRefused(sentences.say("access.self", drafts.type(type).title()));
    }
    try {
      String draft = drafts.write(key, texts, author, guarded);
      DossierDocument document = store.byId(draft).orElseThrow();
      log.document(author, Action.WRITE, document);
      if (!guarded) {
        drafts.finish(document, author);
      }
    } catch (DossierRefused refused) {
      throw new SubmissionRefused(refused.getMessage(), refused);
    }
  }

  private Map<String, Map<String, String>> byDocument(Map<String, String> textsByPath) {
    Map<String, Map<String, String>> documents = new LinkedHashMap<>();
    textsByPath.forEach(
        (path, text) -> {
          int dot = path.indexOf('.');
          if (dot <= 0) {
            throw new SubmissionRefused(sentences.say("type.unknown", path));
          }
          if (text != null && !text.isBlank()) {
            documents
                .computeIfAbsent(path.substring(0, dot), type -> new LinkedHashMap<>())
                .put(path.substring(dot + 1), text);
          }
        });
    return documents;
  }
}
