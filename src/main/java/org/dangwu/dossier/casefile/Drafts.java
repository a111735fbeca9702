package org.dangwu.dossier.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.DocumentStore.StoredSection;
import org.dangwu.dossier.file.CheckedUpload;
import org.springframework.stereotype.Component;

/**
 * Writes documents. There is at most one draft of a document, its newest version; what is final is
 * never touched again: writing after that opens the next version. Callers bring the transaction and
 * have checked the person's right.
 */
@Component
class Drafts {

  private final DocumentStore store;
  private final FileStore files;
  private final DocumentCatalogue catalogue;
  private final SectionTexts texts;
  private final Sentences sentences;
  private final Clock clock;

  Drafts(
      DocumentStore store,
      FileStore files,
      DocumentCatalogue catalogue,
      SectionTexts texts,
      Sentences sentences,
      Clock clock) {
    this.store = store;
    this.files = files;
    this.catalogue = catalogue;
    this.texts = texts;
    this.sentences = sentences;
    this.clock = clock;
  }

  DocumentType type(String type) {
    return catalogue
        .find(type)
        .orElseThrow(() -> new DossierRefused(sentences.say("type.unknown", type)));
  }

  DocumentSection section(String type, String section) {
    return catalogue.sections(type).stream()
        .filter(s -> s.key().equals(section))
        .findFirst()
        .orElseThrow(() -> new DossierRefused(sentences.say("section.unknown", type, section)));
  }

  /**
   * The draft, locked for this transaction; begins from what the newest final version says, or
   * empty when a new round has begun.
   */
  String open(DocumentKey key, String author) {
    return open(key, author, true);
  }

  /** The draft, locked for this transaction. */
  String open(DocumentKey key, String author, boolean fromLastVersion) {
    DocumentType type = type(key.type());
    if (type.perPerson() != key.perPerson()) {
      throw new DossierRefused(sentences.say("subject.mismatch", type.title()));
    }
    DossierDocument newest = store.newest(key).orElse(null);
    if (newest == null) {
      return store.open(key, 1, type, author, now());
    }
    boolean past = store.current(key).isEmpty();
    if (!newest.isFinal() && !past) {
      if (!store.touchDraft(newest.id(), author, now())) {
        throw new DossierRefused(sentences.say("document.final", newest.title()));
      }
      return newest.id();
    }
    String next = store.open(key, newest.version() + 1, type, author, now());
    if (fromLastVersion && !past) {
      store.copySections(newest.id(), next);
      newest.files().stream()
          .filter(file -> file.kind() == DossierFile.Kind.UPLOAD)
          .forEach(file -> files.copy(file, next));
    }
    return next;
  }

  /** Saves what a person typed, unless somebody else saved the section since he last saw it. */
  SaveResult save(DocumentKey key, String sectionKey, String typed, int seen, String author) {
    DocumentSection section = section(key.type(), sectionKey);
    String text = texts.checked(section, typed);
    String draft = open(key, author);
    StoredSection stored = store.sections(draft).get(sectionKey);
    if (stored != null && stored.text().equals(text)) {
      return new SaveResult(true, draft, stored);
    }
    Instant now = now();
    if (!store.save(draft, sectionKey, text, seen, author, now)) {
      return new SaveResult(false, draft, store.sections(draft).get(sectionKey));
    }
    return new SaveResult(true, draft, new StoredSection(text, seen + 1, author, now));
  }

  /** Writes sections whatever was there before; for the system and for submitted forms. */
  String write(DocumentKey key, Map<String, String> typed, String author, boolean fromLast) {
    String draft = open(key, author, fromLast);
    Map<String, StoredSection> stored = store.sections(draft);
    typed.forEach(
        (sectionKey, value) -> {
          String text = texts.checked(section(key.type(), sectionKey), value);
          StoredSection before = stored.get(sectionKey);
          int seen = before == null ? 0 : before.revision();
          if (before != null && before.text().equals(text)) {
            return;
          }
          if (!store.save(draft, sectionKey, text, seen, author, now())) {
            throw new DossierRefused(sentences.say("document.busy"));
          }
        });
    return draft;
  }

  DossierFile attach(DocumentKey key, CheckedUpload upload, String author) {
    DocumentType type = type(key.type());
    if (type.uploads() == DocumentType.Uploads.NONE) {
      throw new DossierRefused(sentences.say("upload.none", type.title()));
    }
    String draft = open(key, author);
    DossierDocument document = store.byId(draft).orElseThrow();
    if (document.files().stream().anyMatch(f -> f.name().equals(upload.name()))) {
      throw new DossierRefused(sentences.say("upload.twice", upload.name()));
    }
    return files.add(
        draft,
        DossierFile.Kind.UPLOAD,
        upload.name(),
        upload.mediaType(),
        upload.content(),
        author,
        now());
  }

  /** Takes an upload out of the draft; a final version keeps it. */
  void detach(DocumentKey key, DossierFile file, String author) {
    String draft = open(key, author);
    DossierFile inDraft =
        store.byId(draft).orElseThrow().files().stream()
            .filter(f -> f.kind() == DossierFile.Kind.UPLOAD)
            .filter(f -> f.id().equals(file.id()) || isCopy(f, file))
            .findFirst()
            .orElseThrow(() -> new DossierRefused(sentences.say("upload.gone")));
    files.remove(inDraft.id());
  }

  private static boolean isCopy(DossierFile one, DossierFile other) {
    return one.name().equals(other.name()) && one.sha256().equals(other.sha256());
  }

  /** Adds a generated document; it replaces the one made before from the same draft. */
  DossierFile addGenerated(
      String documentId, String name, String mediaType, byte[] content, String author) {
    DossierDocument document = store.byId(documentId).orElseThrow();
    if (!document.isFinal()) {
      document.files().stream()
          .filter(f -> f.kind() == DossierFile.Kind.GENERATED)
          .forEach(f -> files.remove(f.id()));
    }
    return files.add(
        documentId, DossierFile.Kind.GENERATED, name, mediaType, content, author, now());
  }

  /** Makes the draft final; false when it was final already. */
  boolean finish(DossierDocument draft, String author) {
    return store.finish(draft.id(), author, now());
  }

  /** Chinese names of what the newest version lacks. */
  Missing missing(DocumentKey key) {
    DocumentType type = type(key.type());
    DossierDocument newest = store.current(key).orElse(null);
    Map<String, StoredSection> written = newest == null ? Map.of() : store.sections(newest.id());
    List<String> labels = new ArrayList<>();
    for (DocumentSection section : catalogue.sections(key.type())) {
      StoredSection stored = written.get(section.key());
      if (section.required() && (stored == null || stored.text().isBlank())) {
        labels.add(section.label());
      }
    }
    boolean upload =
        type.uploads() == DocumentType.Uploads.REQUIRED
            && (newest == null
                || newest.files().stream().noneMatch(f -> f.kind() == DossierFile.Kind.UPLOAD));
    return new Missing(type.title(), List.copyOf(labels), upload);
  }

  /** The engine and PostgreSQL keep different precisions; milliseconds compare everywhere. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * What became of a save.
   *
   * @param saved false when somebody else was quicker
   * @param documentId the draft
   * @param current what is stored now
   */
  record SaveResult(boolean saved, String documentId, StoredSection current) {

    SaveResult {
      Objects.requireNonNull(current, "current");
    }
  }

  /** What a document lacks. */
  record Missing(String title, List<String> sections, boolean upload) {

    boolean nothing() {
      return sections.isEmpty() && !upload;
    }
  }
}
