package org.dangwu.dossier.casefile;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.PublicTexts;
import org.dangwu.dossier.Sentences;
import org.dangwu.dossier.casefile.AccessLog.Action;
import org.dangwu.dossier.casefile.CaseDirectory.CaseFacts;
import org.dangwu.dossier.casefile.RedactionCheck.Finding;
import org.dangwu.dossier.casefile.RedactionDecisions.Decision;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * The check before publication on a page of its own: who drafts sees which of his sentences would
 * leak, the principal may let one stand and says why.
 */
@Service
class RedactionDesk implements PublicTexts {

  /** Under this name the table {@code access_level} tells who may let a sentence stand. */
  static final String DECIDES = "redactionDecision";

  private static final int SHORTEST = 5;
  private static final int LONGEST = 200;

  private final CaseDirectory cases;
  private final CaseAccess access;
  private final HeldTasks tasks;
  private final Drafts drafts;
  private final RedactionCheck check;
  private final RedactionDecisions decisions;
  private final AccessLog log;
  private final Sentences sentences;

  RedactionDesk(
      CaseDirectory cases,
      CaseAccess access,
      HeldTasks tasks,
      Drafts drafts,
      RedactionCheck check,
      RedactionDecisions decisions,
      AccessLog log,
      Sentences sentences) {
    this.cases = cases;
    this.access = access;
    this.tasks = tasks;
    this.drafts = drafts;
    this.check = check;
    this.decisions = decisions;
    this.log = log;
    this.sentences = sentences;
  }

  /** What was found in the drafts of the case that are being written for publication. */
  Result result(String user, String caseId) {
    CaseFacts facts =
        cases.find(caseId).orElseThrow(() -> new NotThere(sentences.say("case.unknown")));
    Viewer viewer = access.viewer(user, facts);
    boolean decides = access.level(viewer, DECIDES).allows(AccessLevel.READ);
    boolean drafting = viewer.tasks().stream().anyMatch(task -> !task.redacts().isEmpty());
    if (!decides && !drafting) {
      log.caseFile(user, Action.REFUSED, caseId);
      throw new AccessRefused(sentences.say("redaction.access"));
    }
    return new Result(
        facts,
        decides,
        tasks.ofCase(caseId).stream().flatMap(task -> checked(task, caseId, key -> true)).toList());
  }

  @Override
  public List<PublicText> open(String taskId) {
    return open(taskId, key -> true);
  }

  @Override
  public List<PublicText> open(String taskId, String subject) {
    return open(taskId, key -> key.subject().equals(subject));
  }

  private List<PublicText> open(String taskId, Predicate<DocumentKey> wanted) {
    return tasks.find(taskId).stream()
        .flatMap(task -> checked(task, task.caseId(), wanted))
        .filter(found -> found.decision() == null)
        .map(Checked::finding)
        .map(
            finding ->
                new PublicText(
                    finding.key(),
                    finding.section(),
                    finding.leak().number(),
                    finding.leak().sentence(),
                    sentences.say(
                        "redaction.why." + finding.leak().reason().name(), finding.leak().kind())))
        .toList();
  }

  private Stream<Checked> checked(HeldTask task, String caseId, Predicate<DocumentKey> wanted) {
    if (task.redacts().isEmpty()) {
      return Stream.empty();
    }
    List<Decision> decided = decisions.of(caseId);
    List<DocumentKey> keys =
        Stream.concat(
                task.writes().stream().map(type -> task.written(drafts.type(type))),
                check.each(caseId, task.redactsEach()).stream())
            .filter(wanted)
            .toList();
    return check.of(caseId, keys, task.redacts()).stream()
        .map(finding -> new Checked(finding, decision(finding, decided)));
  }

  /** The principal lets a sentence stand. */
  void decide(String user, String caseId, String type, String fingerprint, String typed) {
    Result result = result(user, caseId);
    if (!result.decides()) {
      log.caseFile(user, Action.REFUSED, caseId);
      throw new AccessRefused(sentences.say("redaction.access"));
    }
    String reason = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
    int length = reason.codePointCount(0, reason.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new DossierRefused(sentences.say("redaction.reason"));
    }
    boolean found =
        result.findings().stream()
            .map(Checked::finding)
            .anyMatch(f -> f.type().equals(type) && f.fingerprint().equals(fingerprint));
    if (!found) {
      throw new DossierRefused(sentences.say("redaction.changed"));
    }
    try {
      decisions.decide(caseId, type, fingerprint, reason, user);
    } catch (DuplicateKeyException decidedMeanwhile) {
      throw new DossierRefused(sentences.say("redaction.decided"));
    }
  }

  private static Decision decision(Finding finding, List<Decision> decided) {
    Optional<Decision> decision = decided.stream().filter(one -> one.covers(finding)).findFirst();
    return decision.orElse(null);
  }

  /**
   * @param decides whether this person may let sentences stand
   */
  record Result(CaseFacts facts, boolean decides, List<Checked> findings) {}

  /**
   * @param decision the principal's, or null
   */
  record Checked(Finding finding, Decision decision) {}
}
