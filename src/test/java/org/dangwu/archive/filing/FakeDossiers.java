package org.dangwu.archive.filing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dangwu.archive.bag.Digests;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentState;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.Dossiers;
import org.dangwu.dossier.Secrecy;

/** A case file in memory whose every fact a test may bend. */
class FakeDossiers implements Dossiers {

  static final Instant CREATED = Instant.parse("2026-12-01T01:00:00Z");
  static final Instant FINAL = Instant.parse("2026-12-02T01:00:00Z");

  private final List<DossierDocument> documents = new ArrayList<>();
  private final Map<String, Map<String, String>> texts = new HashMap<>();
  private final Map<String, byte[]> contents = new HashMap<>();
  private final List<DocumentType> missing = new ArrayList<>();

  DossierDocument add(DossierDocument document, Map<String, String> sections) {
    documents.add(document);
    texts.put(document.id(), new LinkedHashMap<>(sections));
    return document;
  }

  /** A final document without files. */
  DossierDocument add(String caseId, String type, String title, Map<String, String> sections) {
    return add(document(DocumentKey.of(caseId, type), title, 1, DocumentState.FINAL), sections);
  }

  DossierDocument document(DocumentKey key, String title, int version, DocumentState state) {
    return new DossierDocument(
        "d" + documents.size(),
        key,
        title,
        Secrecy.INTERNAL,
        version,
        state,
        "p0001",
        CREATED,
        CREATED,
        state == DocumentState.FINAL ? FINAL : null,
        List.of());
  }

  static DossierDocument with(DossierDocument d, DossierFile... files) {
    return new DossierDocument(
        d.id(),
        d.key(),
        d.title(),
        d.secrecy(),
        d.version(),
        d.state(),
        d.author(),
        d.createdAt(),
        d.updatedAt(),
        d.finalizedAt(),
        List.of(files));
  }

  DossierFile file(String id, String name, String mediaType, byte[] content) {
    contents.put(id, content);
    return new DossierFile(
        id,
        "d",
        DossierFile.Kind.UPLOAD,
        name,
        mediaType,
        content.length,
        Digests.sha256(content),
        "p0001",
        CREATED);
  }

  void change(String fileId, byte[] content) {
    contents.put(fileId, content);
  }

  void lose(String fileId) {
    contents.remove(fileId);
  }

  void miss(String title) {
    missing.add(
        new DocumentType(
            "receipt",
            title,
            Secrecy.INTERNAL,
            DocumentType.Uploads.NONE,
            true,
            null,
            false,
            false));
  }

  void missNothing() {
    missing.clear();
  }

  @Override
  public List<DossierDocument> list(String caseId) {
    Map<DocumentKey, DossierDocument> newest = new LinkedHashMap<>();
    documents.stream()
        .filter(d -> d.key().caseId().equals(caseId))
        .forEach(d -> newest.put(d.key(), d));
    return List.copyOf(newest.values());
  }

  @Override
  public Optional<DossierDocument> find(DocumentKey key) {
    return versions(key).stream().reduce((first, second) -> second);
  }

  @Override
  public List<DossierDocument> versionsOfRound(DocumentKey key) {
    return versions(key);
  }

  @Override
  public List<DossierDocument> versions(DocumentKey key) {
    return documents.stream().filter(d -> d.key().equals(key)).toList();
  }

  @Override
  public Map<String, String> read(String documentId, String actor) {
    return texts.get(documentId);
  }

  @Override
  public byte[] content(String fileId, String actor) {
    return Optional.ofNullable(contents.get(fileId)).orElseThrow(NoSuchElementException::new);
  }

  @Override
  public List<DocumentType> missingForArchive(String caseId) {
    return List.copyOf(missing);
  }

  @Override
  public List<String> missing(DocumentKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DossierDocument write(DocumentKey key, Map<String, String> texts, String author) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DossierFile attach(DocumentKey key, String fileName, byte[] content, String author) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DossierFile generate(DocumentKey key, String author) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DossierDocument finish(DocumentKey key, String author) {
    throw new UnsupportedOperationException();
  }
}
