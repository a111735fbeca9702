package org.dangwu.dossier.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.AccessLog.Action;
import org.dangwu.dossier.casefile.CaseDirectory.CaseFacts;
import org.dangwu.dossier.casefile.DocumentStore.StoredSection;
import org.springframework.stereotype.Service;

/** Reading, downloading and taking out documents of a case. Every attempt is logged. */
@Service
class CaseDesk {

  private final CaseDirectory cases;
  private final CaseAccess access;
  private final DocumentCatalogue catalogue;
  private final DocumentStore store;
  private final FileStore files;
  private final OfficialPapers papers;
  private final AccessLog log;
  private final Sentences sentences;

  CaseDesk(
      CaseDirectory cases,
      CaseAccess access,
      DocumentCatalogue catalogue,
      DocumentStore store,
      FileStore files,
      OfficialPapers papers,
      AccessLog log,
      Sentences sentences) {
    this.cases = cases;
    this.access = access;
    this.catalogue = catalogue;
    this.store = store;
    this.files = files;
    this.papers = papers;
    this.log = log;
    this.sentences = sentences;
  }

  /** The table of contents, as far as this person may know it. */
  Contents contents(String user, String caseId) {
    CaseFacts facts = facts(caseId);
    Viewer viewer = access.viewer(user, facts);
    Map<DocumentKey, List<DossierDocument>> byKey = new LinkedHashMap<>();
    store
        .ofCase(caseId)
        .forEach(d -> byKey.computeIfAbsent(d.key(), key -> new ArrayList<>()).add(d));
    List<Entry> entries = new ArrayList<>();
    for (List<DossierDocument> versions : byKey.values()) {
      DossierDocument newest = versions.get(versions.size() - 1);
      DossierDocument readable = null;
      AccessLevel best = access.level(viewer, newest);
      for (DossierDocument version : versions) {
        AccessLevel level = access.level(viewer, version);
        best = best.or(level);
        readable = level.allows(AccessLevel.READ) ? version : readable;
      }
      if (best.allows(AccessLevel.META)) {
        entries.add(new Entry(newest, readable));
      }
    }
    if (viewer.isStranger() && entries.isEmpty()) {
      log.caseFile(user, Action.REFUSED, caseId);
      throw new AccessRefused(sentences.say("access.case"));
    }
    return new Contents(facts, List.copyOf(entries));
  }

  /** One version with its texts. */
  Paper read(String user, String documentId) {
    DossierDocument document = document(documentId);
    CaseFacts facts = facts(document.key().caseId());
    Viewer viewer = access.viewer(user, facts);
    AccessLevel level = access.level(viewer, document);
    if (!level.allows(AccessLevel.READ)) {
      log.document(user, Action.REFUSED, document);
      throw new AccessRefused(sentences.say("access.document"));
    }
    log.document(user, Action.READ, document);
    List<DossierDocument> versions =
        store.versions(document.key()).stream()
            .filter(v -> access.level(viewer, v).allows(AccessLevel.READ))
            .toList();
    return new Paper(
        facts,
        document,
        level,
        versions,
        catalogue.sections(document.key().type()),
        store.sections(documentId));
  }

  /** A file: uploads belong to reading, generated documents leave the house. */
  Taken download(String user, String fileId) {
    DossierFile file =
        files.find(fileId).orElseThrow(() -> new NotThere(sentences.say("upload.gone")));
    DossierDocument document = document(file.documentId());
    AccessLevel level = access.level(access.viewer(user, facts(document.key().caseId())), document);
    boolean upload = file.kind() == DossierFile.Kind.UPLOAD;
    if (!level.allows(upload ? AccessLevel.READ : AccessLevel.EXPORT)) {
      log.file(user, Action.REFUSED, document, fileId);
      throw new AccessRefused(
          sentences.say(level.allows(AccessLevel.READ) ? "access.export" : "access.document"));
    }
    log.file(user, upload ? Action.READ : Action.EXPORT, document, fileId);
    byte[] content = files.content(file);
    if (!upload) {
      String name = cases.names(List.of(user)).getOrDefault(user, user);
      content = papers.forExport(content, document.secrecy(), name);
    }
    return new Taken(file, content);
  }

  private DossierDocument document(String id) {
    return store.byId(id).orElseThrow(() -> new NotThere(sentences.say("case.unknown")));
  }

  private CaseFacts facts(String caseId) {
    return cases.find(caseId).orElseThrow(() -> new NotThere(sentences.say("case.unknown")));
  }

  /** Table of contents. */
  record Contents(CaseFacts facts, List<Entry> entries) {}

  /**
   * @param newest the newest version, whose state is shown
   * @param readable the newest version this person may read, or null
   */
  record Entry(DossierDocument newest, DossierDocument readable) {}

  /** A version that may be read. */
  record Paper(
      CaseFacts facts,
      DossierDocument document,
      AccessLevel level,
      List<DossierDocument> versions,
      List<DocumentSection> sections,
      Map<String, StoredSection> texts) {}

  /** A file on its way out. */
  record Taken(DossierFile file, byte[] content) {}
}
