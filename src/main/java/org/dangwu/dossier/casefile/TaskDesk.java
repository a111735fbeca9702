package org.dangwu.dossier.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.AccessLog.Action;
import org.dangwu.dossier.casefile.CaseDirectory.CaseFacts;
import org.dangwu.dossier.casefile.DocumentStore.StoredSection;
import org.dangwu.dossier.casefile.Drafts.SaveResult;
import org.dangwu.dossier.file.UploadCheck;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the holder of an open task does with its documents. The right is checked on every call and
 * outside the transaction, so that the note of a refusal is kept.
 */
@Service
class TaskDesk {

  private static final int ATTEMPTS = 4;

  private final HeldTasks tasks;
  private final CaseDirectory cases;
  private final CaseAccess access;
  private final DocumentCatalogue catalogue;
  private final DocumentStore store;
  private final FileStore files;
  private final Drafts drafts;
  private final UploadCheck uploads;
  private final OfficialPapers papers;
  private final Seals seals;
  private final AccessLog log;
  private final Sentences sentences;
  private final TransactionTemplate transaction;

  TaskDesk(
      HeldTasks tasks,
      CaseDirectory cases,
      CaseAccess access,
      DocumentCatalogue catalogue,
      DocumentStore store,
      FileStore files,
      Drafts drafts,
      UploadCheck uploads,
      OfficialPapers papers,
      Seals seals,
      AccessLog log,
      Sentences sentences,
      TransactionTemplate transaction) {
    this.tasks = tasks;
    this.cases = cases;
    this.access = access;
    this.catalogue = catalogue;
    this.store = store;
    this.files = files;
    this.drafts = drafts;
    this.uploads = uploads;
    this.papers = papers;
    this.seals = seals;
    this.log = log;
    this.sentences = sentences;
    this.transaction = transaction;
  }

  /** Everything that the page of the task shows. */
  Sheet sheet(String user, String taskId) {
    HeldTask task = tasks.find(taskId).orElseThrow(() -> new NotThere(sentences.say("task.gone")));
    if (task.assignee() == null && tasks.mayClaim(taskId, user)) {
      return Sheet.unclaimed(task);
    }
    requireHolder(task, user);
    CaseFacts facts =
        cases.find(task.caseId()).orElseThrow(() -> new NotThere(sentences.say("case.unknown")));
    List<Written> written = new ArrayList<>();
    for (String name : task.writes()) {
      written.add(written(task, drafts.type(name)));
    }
    written.stream()
        .filter(w -> w.newest() != null)
        .forEach(w -> log.document(user, Action.READ, w.newest()));
    boolean marked =
        Stream.concat(task.writes().stream(), task.reads().stream()).anyMatch(seals::isSealedType);
    return new Sheet(task, facts, true, marked, List.copyOf(written), readings(user, task, facts));
  }

  private Written written(HeldTask task, DocumentType type) {
    DocumentKey key = writable(task, type.type());
    DossierDocument newest = store.current(key).orElse(null);
    return new Written(
        type,
        key,
        newest,
        catalogue.sections(type.type()),
        newest == null ? Map.of() : store.sections(newest.id()));
  }

  private List<Reading> readings(String user, HeldTask task, CaseFacts facts) {
    List<Reading> readings = new ArrayList<>();
    if (task.reads().isEmpty()) {
      return readings;
    }
    Viewer viewer = access.viewer(user, facts);
    List<DossierDocument> all = store.ofRound(task.caseId());
    Predicate<DossierDocument> sealed = seals.of(task.caseId());
    for (String name : task.reads()) {
      DocumentType type = drafts.type(name);
      List<DossierDocument> finals =
          all.stream()
              .filter(d -> d.key().type().equals(name) && task.reads(d.key()) && d.isFinal())
              .toList();
      List<DossierDocument> newest =
          finals.stream()
              .filter(
                  d ->
                      finals.stream()
                          .noneMatch(o -> o.key().equals(d.key()) && o.version() > d.version()))
              .toList();
      if (newest.isEmpty()) {
        readings.add(Reading.nothingYet(type));
      }
      for (DossierDocument document : newest) {
        if (sealed.test(document)) {
          readings.add(Reading.sealed(type, document));
          continue;
        }
        log.document(user, Action.READ, document);
        readings.add(
            new Reading(
                type,
                document,
                catalogue.sections(name),
                store.sections(document.id()),
                access.level(viewer, document),
                false));
      }
    }
    return List.copyOf(readings);
  }

  SaveResult save(
      String user, String taskId, String type, String section, String text, int revision) {
    DocumentKey key = writable(held(user, taskId), type, user);
    return attempting(
        () -> {
          SaveResult result = drafts.save(key, section, text, revision, user);
          if (result.saved()) {
            store.byId(result.documentId()).ifPresent(d -> log.document(user, Action.WRITE, d));
          }
          return result;
        });
  }

  DossierFile attach(String user, String taskId, String type, String name, byte[] content) {
    DocumentKey key = writable(held(user, taskId), type, user);
    var checked = uploads.check(name, content);
    return attempting(
        () -> {
          DossierFile file = drafts.attach(key, checked, user);
          log.file(user, Action.WRITE, store.byId(file.documentId()).orElseThrow(), file.id());
          return file;
        });
  }

  void detach(String user, String taskId, String type, String fileId) {
    DocumentKey key = writable(held(user, taskId), type, user);
    DossierFile file =
        files.find(fileId).orElseThrow(() -> new DossierRefused(sentences.say("upload.gone")));
    DossierDocument document = store.byId(file.documentId()).orElseThrow();
    if (!document.key().equals(key)) {
      log.file(user, Action.REFUSED, document, fileId);
      throw new AccessRefused(sentences.say("access.write"));
    }
    attempting(
        () -> {
          drafts.detach(key, file, user);
          log.file(user, Action.WRITE, document, fileId);
          return null;
        });
  }

  DossierFile generate(String user, String taskId, String type) {
    HeldTask task = held(user, taskId);
    DocumentKey key = writable(task, type, user);
    CaseFacts facts =
        cases.find(task.caseId()).orElseThrow(() -> new NotThere(sentences.say("case.unknown")));
    Viewer viewer = access.viewer(user, facts);
    return attempting(
        () -> {
          // A final version of an earlier round is opened again: the paper belongs to what is being
          // written now.
          DossierDocument draft = store.byId(drafts.open(key, user)).orElseThrow();
          DossierFile file =
              papers.generate(
                  draft,
                  user,
                  seals
                      .mayFlowInto(draft)
                      .and(other -> access.level(viewer, other).allows(AccessLevel.READ)));
          log.file(user, Action.WRITE, draft, file.id());
          return file;
        });
  }

  /** Two first saves at once collide on the unique key; the later one then finds the draft. */
  private <T> T attempting(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.execute(status -> work.get());
      } catch (DuplicateKeyException | ConcurrencyFailureException collision) {
        if (attempt == ATTEMPTS) {
          throw new DossierRefused(sentences.say("document.busy"));
        }
      }
    }
  }

  private HeldTask held(String user, String taskId) {
    HeldTask task = tasks.find(taskId).orElseThrow(() -> new NotThere(sentences.say("task.gone")));
    requireHolder(task, user);
    return task;
  }

  private void requireHolder(HeldTask task, String user) {
    if (task.caseId() == null) {
      throw new NotThere(sentences.say("task.noCase"));
    }
    if (!user.equals(task.assignee())) {
      log.caseFile(user, Action.REFUSED, task.caseId());
      boolean free = task.assignee() == null && tasks.mayClaim(task.taskId(), user);
      throw new AccessRefused(sentences.say(free ? "access.claim" : "access.otherHolder"));
    }
  }

  private DocumentKey writable(HeldTask task, String type) {
    return writable(task, type, task.assignee());
  }

  private DocumentKey writable(HeldTask task, String type, String user) {
    if (!task.writes().contains(type)) {
      log.key(user, Action.REFUSED, DocumentKey.of(task.caseId(), shortened(type)));
      throw new AccessRefused(sentences.say("access.write"));
    }
    DocumentType known = drafts.type(type);
    if (known.perPerson() && task.subject().isEmpty()) {
      throw new DossierRefused(sentences.say("complete.subject"));
    }
    DocumentKey key = task.written(known);
    if (known.selfWritten() && !user.equals(key.subject())) {
      log.key(user, Action.REFUSED, key);
      throw new AccessRefused(sentences.say("access.self", known.title()));
    }
    return key;
  }

  private static String shortened(String type) {
    return type.length() <= 64 ? type : type.substring(0, 64);
  }

  /**
   * The page of a task.
   *
   * @param held false when the person may claim the task and has not yet
   * @param marked whether the page carries the reader's watermark
   */
  record Sheet(
      HeldTask task,
      CaseFacts facts,
      boolean held,
      boolean marked,
      List<Written> written,
      List<Reading> readings) {

    static Sheet unclaimed(HeldTask task) {
      return new Sheet(task, null, false, false, List.of(), List.of());
    }
  }

  /** A document to be written; newest is null before its first save. */
  record Written(
      DocumentType type,
      DocumentKey key,
      DossierDocument newest,
      List<DocumentSection> sections,
      Map<String, StoredSection> texts) {}

  /**
   * A document to be read; document is null when there is no final version yet. A sealed one opens
   * on its own page, with a stated reason.
   */
  record Reading(
      DocumentType type,
      DossierDocument document,
      List<DocumentSection> sections,
      Map<String, StoredSection> texts,
      AccessLevel level,
      boolean sealed) {

    static Reading nothingYet(DocumentType type) {
      return new Reading(type, null, List.of(), Map.of(), AccessLevel.META, false);
    }

    static Reading sealed(DocumentType type, DossierDocument document) {
      return new Reading(type, document, List.of(), Map.of(), AccessLevel.META, true);
    }
  }
}
