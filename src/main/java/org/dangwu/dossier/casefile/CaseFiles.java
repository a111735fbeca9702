package org.dangwu.dossier.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.Dossiers;
import org.dangwu.dossier.casefile.AccessLog.Action;
import org.dangwu.dossier.casefile.DocumentStore.StoredSection;
import org.dangwu.dossier.file.UploadCheck;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The case files for other modules. */
@Service
@Transactional
class CaseFiles implements Dossiers {

  private final DocumentStore store;
  private final FileStore files;
  private final Drafts drafts;
  private final DocumentCatalogue catalogue;
  private final UploadCheck uploads;
  private final OfficialPapers papers;
  private final WrittenTypes writtenTypes;
  private final AccessLog log;
  private final Renewals renewals;

  CaseFiles(
      DocumentStore store,
      FileStore files,
      Drafts drafts,
      DocumentCatalogue catalogue,
      UploadCheck uploads,
      OfficialPapers papers,
      WrittenTypes writtenTypes,
      AccessLog log,
      Renewals renewals) {
    this.store = store;
    this.files = files;
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.uploads = uploads;
    this.papers = papers;
    this.writtenTypes = writtenTypes;
    this.log = log;
    this.renewals = renewals;
  }

  @Override
  public List<DossierDocument> list(String caseId) {
    Map<DocumentKey, DossierDocument> newest = new LinkedHashMap<>();
    store.ofCase(caseId).forEach(document -> newest.put(document.key(), document));
    return List.copyOf(newest.values());
  }

  @Override
  public Optional<DossierDocument> find(DocumentKey key) {
    return store.current(key);
  }

  @Override
  public List<DossierDocument> versions(DocumentKey key) {
    return store.versions(key);
  }

  @Override
  public List<DossierDocument> versionsOfRound(DocumentKey key) {
    Renewals.Rounds rounds = renewals.of(key.caseId());
    return store.versions(key).stream().filter(version -> !rounds.isPast(version)).toList();
  }

  @Override
  public List<String> missing(DocumentKey key) {
    Drafts.Missing missing = drafts.missing(key);
    List<String> labels = new ArrayList<>(missing.sections());
    if (missing.upload()) {
      labels.add("附件");
    }
    return List.copyOf(labels);
  }

  @Override
  public Map<String, String> read(String documentId, String actor) {
    DossierDocument document = store.byId(documentId).orElseThrow(NoSuchElementException::new);
    log.document(actor, Action.READ, document);
    Map<String, StoredSection> stored = store.sections(documentId);
    Map<String, String> texts = new LinkedHashMap<>();
    for (DocumentSection section : catalogue.sections(document.key().type())) {
      StoredSection found = stored.remove(section.key());
      if (found != null) {
        texts.put(section.key(), found.text());
      }
    }
    // Sections that the table no longer knows stay part of the document.
    stored.forEach((key, section) -> texts.put(key, section.text()));
    return texts;
  }

  @Override
  public DossierDocument write(DocumentKey key, Map<String, String> texts, String author) {
    String draft = drafts.write(key, texts, author, true);
    DossierDocument document = store.byId(draft).orElseThrow();
    log.document(author, Action.WRITE, document);
    return document;
  }

  @Override
  public DossierFile attach(DocumentKey key, String fileName, byte[] content, String author) {
    DossierFile file = drafts.attach(key, uploads.check(fileName, content), author);
    log.file(author, Action.WRITE, store.byId(file.documentId()).orElseThrow(), file.id());
    return file;
  }

  @Override
  public DossierFile generate(DocumentKey key, String author) {
    DossierDocument newest = store.newest(key).orElseThrow(NoSuchElementException::new);
    DossierFile file = papers.generate(newest, author, document -> true);
    log.file(author, Action.WRITE, newest, file.id());
    return file;
  }

  @Override
  public DossierDocument finish(DocumentKey key, String author) {
    DossierDocument newest = store.newest(key).orElseThrow(NoSuchElementException::new);
    if (!newest.isFinal() && drafts.finish(newest, author)) {
      log.document(author, Action.WRITE, newest);
    }
    return store.byId(newest.id()).orElseThrow();
  }

  @Override
  public byte[] content(String fileId, String actor) {
    DossierFile file = files.find(fileId).orElseThrow(NoSuchElementException::new);
    log.file(actor, Action.EXPORT, store.byId(file.documentId()).orElseThrow(), fileId);
    return files.content(file);
  }

  @Override
  public List<DocumentType> missingForArchive(String caseId) {
    List<DossierDocument> present = list(caseId);
    Set<String> written = writtenTypes.of(caseId);
    List<DocumentType> missing = new ArrayList<>();
    for (DocumentType type : catalogue.types()) {
      if (type.archiveRequired() && written.contains(type.type())) {
        List<DossierDocument> ofType =
            present.stream().filter(d -> d.key().type().equals(type.type())).toList();
        boolean none = ofType.stream().noneMatch(DossierDocument::isFinal);
        // What only he himself may write, and his step is over, nobody could complete any more.
        boolean open = !type.selfWritten() && ofType.stream().anyMatch(d -> !d.isFinal());
        if (none || open) {
          missing.add(type);
        }
      }
    }
    return List.copyOf(missing);
  }
}
