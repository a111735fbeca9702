package org.dangwu.dossier.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Secrecy;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.AccessLog.Action;
import org.dangwu.dossier.casefile.CaseDirectory.CaseFacts;
import org.dangwu.dossier.casefile.DocumentStore.StoredSection;
import org.springframework.stereotype.Service;

/** Reading, downloading and taking out documents of a case. Every attempt is logged. */
@Service
class CaseDesk {

  private static final String ACCESS_LOG = "accessLog";
  private static final int SHORTEST_REASON = 2;
  private static final int LONGEST_REASON = 100;
  private static final int LOG_LINES = 1000;

  private final CaseDirectory cases;
  private final CaseAccess access;
  private final DocumentCatalogue catalogue;
  private final DocumentStore store;
  private final FileStore files;
  private final OfficialPapers papers;
  private final Seals seals;
  private final AccessList accessList;
  private final HeldTasks tasks;
  private final AccessLog log;
  private final Sentences sentences;

  CaseDesk(
      CaseDirectory cases,
      CaseAccess access,
      DocumentCatalogue catalogue,
      DocumentStore store,
      FileStore files,
      OfficialPapers papers,
      Seals seals,
      AccessList accessList,
      HeldTasks tasks,
      AccessLog log,
      Sentences sentences) {
    this.cases = cases;
    this.access = access;
    this.catalogue = catalogue;
    this.store = store;
    this.files = files;
    this.papers = papers;
    this.seals = seals;
    this.accessList = accessList;
    this.tasks = tasks;
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
    Predicate<DossierDocument> sealed = seals.of(caseId);
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
        entries.add(new Entry(newest, readable, readable != null && sealed.test(readable)));
      }
    }
    if (viewer.isStranger() && entries.isEmpty()) {
      log.caseFile(user, Action.REFUSED, caseId);
      throw new AccessRefused(sentences.say("access.case"));
    }
    return new Contents(facts, List.copyOf(entries), readsLog(viewer), redaction(viewer, caseId));
  }

  /** What a sealed document shows before a reason is stated; empty when it is not sealed. */
  Optional<Cover> cover(String user, String documentId) {
    DossierDocument document = document(documentId);
    if (!seals.isSealed(document)) {
      return Optional.empty();
    }
    CaseFacts facts = facts(document.key().caseId());
    Viewer viewer = access.viewer(user, facts);
    requireReader(viewer, document);
    return Optional.of(
        new Cover(facts, document, accessList.of(facts, document), readsLog(viewer)));
  }

  /** One version with its texts. */
  Paper read(String user, String documentId) {
    DossierDocument document = document(documentId);
    if (seals.isSealed(document)) {
      log.document(user, Action.REFUSED, document);
      throw new AccessRefused(sentences.say("seal.reason"));
    }
    CaseFacts facts = facts(document.key().caseId());
    Viewer viewer = access.viewer(user, facts);
    requireReader(viewer, document);
    log.document(user, Action.READ, document);
    return paper(facts, viewer, document, null);
  }

  /**
   * Opens a sealed document, which is logged with the reason.
   *
   * @throws DossierRefused when the reason says nothing or too much
   */
  Paper open(String user, String documentId, String typed) {
    DossierDocument document = document(documentId);
    CaseFacts facts = facts(document.key().caseId());
    Viewer viewer = access.viewer(user, facts);
    requireReader(viewer, document);
    String reason = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
    int length = reason.codePointCount(0, reason.length());
    if (length < SHORTEST_REASON || length > LONGEST_REASON) {
      throw new DossierRefused(sentences.say("seal.reasonLength"));
    }
    String opening = seals.open(documentId, user, reason);
    log.opened(user, Action.READ, document, null, reason);
    return paper(facts, viewer, document, opening);
  }

  /** Who opened and took out what of the sealed documents of a case, newest first. */
  Log log(String user, String caseId) {
    CaseFacts facts = facts(caseId);
    if (!readsLog(access.viewer(user, facts))) {
      log.caseFile(user, Action.REFUSED, caseId);
      throw new AccessRefused(sentences.say("seal.log"));
    }
    List<String> types =
        catalogue.types().stream().map(DocumentType::type).filter(seals::isSealedType).toList();
    return new Log(facts, log.of(caseId, types, LOG_LINES));
  }

  /** The table {@code access_level} tells who reads the log, under the name {@code accessLog}. */
  private boolean readsLog(Viewer viewer) {
    return access.level(viewer, ACCESS_LOG).allows(AccessLevel.READ);
  }

  /** Whether this person decides about sentences of a text that is being made for publication. */
  private boolean redaction(Viewer viewer, String caseId) {
    return access.level(viewer, RedactionDesk.DECIDES).allows(AccessLevel.READ)
        && tasks.ofCase(caseId).stream().anyMatch(task -> !task.redacts().isEmpty());
  }

  private void requireReader(Viewer viewer, DossierDocument document) {
    if (!access.level(viewer, document).allows(AccessLevel.READ)) {
      log.document(viewer.userId(), Action.REFUSED, document);
      throw new AccessRefused(sentences.say("access.document"));
    }
  }

  private Paper paper(CaseFacts facts, Viewer viewer, DossierDocument document, String opening) {
    List<DossierDocument> versions =
        store.versions(document.key()).stream()
            .filter(v -> access.level(viewer, v).allows(AccessLevel.READ))
            .toList();
    return new Paper(
        facts,
        document,
        access.level(viewer, document),
        versions,
        catalogue.sections(document.key().type()),
        store.sections(document.id()),
        opening,
        seals.isSealedType(document.key().type()));
  }

  /** A file: uploads belong to reading, generated documents leave the house. */
  Taken download(String user, String fileId, String opening) {
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
    Action action = upload ? Action.READ : Action.EXPORT;
    if (seals.isSealed(document)) {
      Optional<String> reason = seals.reason(opening, document.id(), user);
      if (reason.isEmpty()) {
        log.file(user, Action.REFUSED, document, fileId);
        throw new AccessRefused(sentences.say("seal.reason"));
      }
      log.opened(user, action, document, fileId, reason.get());
    } else {
      log.file(user, action, document, fileId);
    }
    byte[] content = files.content(file);
    return new Taken(file, upload ? content : marked(document, content, user));
  }

  /**
   * A final document as Word, made for this person to take out.
   *
   * @throws DossierRefused when it is still a draft
   */
  Printed print(String user, String documentId, String opening) {
    DossierDocument document = document(documentId);
    CaseFacts facts = facts(document.key().caseId());
    Viewer viewer = access.viewer(user, facts);
    AccessLevel level = access.level(viewer, document);
    if (!level.allows(AccessLevel.EXPORT)) {
      log.document(user, Action.REFUSED, document);
      throw new AccessRefused(
          sentences.say(level.allows(AccessLevel.READ) ? "access.export" : "access.document"));
    }
    if (!document.isFinal()) {
      throw new DossierRefused(sentences.say("template.draft"));
    }
    if (seals.isSealed(document)) {
      Optional<String> reason = seals.reason(opening, document.id(), user);
      if (reason.isEmpty()) {
        log.document(user, Action.REFUSED, document);
        throw new AccessRefused(sentences.say("seal.reason"));
      }
      log.opened(user, Action.EXPORT, document, null, reason.get());
    } else {
      log.document(user, Action.EXPORT, document);
    }
    byte[] content =
        papers.print(
            document,
            seals
                .mayFlowInto(document)
                .and(other -> access.level(viewer, other).allows(AccessLevel.READ)));
    return new Printed(OfficialPapers.fileName(document), marked(document, content, user));
  }

  /** What leaves the house of secret or sealed documents carries the name of who took it. */
  private byte[] marked(DossierDocument document, byte[] content, String user) {
    boolean marked =
        document.secrecy() == Secrecy.WORK_SECRET || seals.isSealedType(document.key().type());
    return marked
        ? papers.marked(content, cases.names(List.of(user)).getOrDefault(user, user), user)
        : content;
  }

  private DossierDocument document(String id) {
    return store.byId(id).orElseThrow(() -> new NotThere(sentences.say("case.unknown")));
  }

  private CaseFacts facts(String caseId) {
    return cases.find(caseId).orElseThrow(() -> new NotThere(sentences.say("case.unknown")));
  }

  /** Table of contents. */
  record Contents(CaseFacts facts, List<Entry> entries, boolean readsLog, boolean redaction) {}

  /**
   * @param newest the newest version, whose state is shown
   * @param readable the newest version this person may read, or null
   * @param sealed whether that one opens only with a stated reason
   */
  record Entry(DossierDocument newest, DossierDocument readable, boolean sealed) {}

  /** A sealed document before it is opened. */
  record Cover(
      CaseFacts facts, DossierDocument document, List<AccessList.Line> readers, boolean readsLog) {}

  /** The log of the sealed documents of a case. */
  record Log(CaseFacts facts, List<AccessLog.Entry> entries) {}

  /**
   * A version that may be read.
   *
   * @param opening id of this opening when it is sealed, else null
   * @param marked whether the page carries the reader's watermark
   */
  record Paper(
      CaseFacts facts,
      DossierDocument document,
      AccessLevel level,
      List<DossierDocument> versions,
      List<DocumentSection> sections,
      Map<String, StoredSection> texts,
      String opening,
      boolean marked) {}

  /** A document made for taking out. */
  record Printed(String name, byte[] content) {}

  /** A file on its way out. */
  record Taken(DossierFile file, byte[] content) {}
}
