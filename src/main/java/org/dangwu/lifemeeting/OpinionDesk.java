package org.dangwu.lifemeeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.MeetingTasks.MeetingTask;
import org.dangwu.questionnaire.Answer;
import org.dangwu.questionnaire.Draft;
import org.dangwu.questionnaire.Questionnaire;
import org.dangwu.questionnaire.QuestionnaireRefused;
import org.dangwu.questionnaire.Questionnaires;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the office does when it gathers opinions (A09): questionnaire, originals on paper, and what
 * belongs to the discipline commission.
 */
@Service
class OpinionDesk {

  static final String EXPORT = "questionnaireExport";

  private static final int LONGEST_OPINION = 5000;

  private final OpinionBook book;
  private final Questionnaires questionnaires;
  private final Dossiers dossiers;
  private final Sentences sentences;

  OpinionDesk(
      OpinionBook book, Questionnaires questionnaires, Dossiers dossiers, Sentences sentences) {
    this.book = book;
    this.questionnaires = questionnaires;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  /** Opens a questionnaire to the public and gives the token of its address. */
  @Transactional
  String publish(MeetingTask task, Draft draft) {
    requireBeforeMeeting(task, draft.closesOn());
    return asRefusal(() -> questionnaires.publish(draft));
  }

  @Transactional
  void moveClosing(MeetingTask task, LocalDate closesOn) {
    requireBeforeMeeting(task, closesOn);
    String id = open(task).id();
    asRefusal(
        () -> {
          questionnaires.moveClosing(id, closesOn);
          return null;
        });
  }

  @Transactional
  String renewLink(MeetingTask task) {
    String id = open(task).id();
    return asRefusal(() -> questionnaires.renewLink(id));
  }

  /**
   * Ends the questionnaire: the originals become a document that nobody can change, with a
   * fingerprint, and numbered opinions to work with.
   *
   * @return how many opinions came in
   */
  @Transactional
  int close(MeetingTask task, String user) {
    Questionnaire questionnaire = open(task);
    List<Answer> answers =
        new ArrayList<>(asRefusal(() -> questionnaires.close(questionnaire.id())));
    List<String> order = Addressee.all(task.due()).stream().map(Addressee::key).toList();
    // A stable sort: within one addressee the order stays the one drawn by lot.
    answers.sort(Comparator.comparingInt(answer -> order.indexOf(answer.topic())));
    int before = book.of(task.caseId()).size();
    book.takeOver(task.caseId(), answers);
    List<Opinion> all = book.of(task.caseId());
    export(task, questionnaire, all.subList(before, all.size()), user);
    return answers.size();
  }

  @Transactional
  void describe(MeetingTask task, OpinionCollection collection) {
    require(collection.collectedBy() != null, "opinion.collectedBy");
    require(fits(collection.collector(), 200), "opinion.collector");
    require(fits(collection.scope(), 1500), "opinion.scope");
    book.describe(task.caseId(), collection);
  }

  @Transactional
  void add(MeetingTask task, OpinionSource source, String addressee, String text) {
    require(source != null && source.byHand(), "opinion.source");
    Addressee known =
        Addressee.of(addressee, task.due())
            .orElseThrow(() -> sentences.refusal("opinion.addressee"));
    require(fits(text, LONGEST_OPINION), "opinion.text");
    book.add(task.caseId(), source, known, tidy(text));
  }

  @Transactional
  void remove(MeetingTask task, String id) {
    require(book.remove(task.caseId(), id), "opinion.fixed");
  }

  /**
   * @param receipt receipt number, or empty to take the mark back
   */
  @Transactional
  void handOver(MeetingTask task, String id, String receipt) {
    String number = receipt == null ? "" : receipt.strip();
    require(number.length() <= 100, "opinion.receipt");
    require(book.handOver(task.caseId(), id, number.isEmpty() ? null : number), "opinion.gone");
  }

  /** Fingerprint of the newest export, if there is one. */
  Optional<String> exportFingerprint(String caseId, String user) {
    return dossiers
        .find(DocumentKey.of(caseId, EXPORT))
        .map(DossierDocument::id)
        .map(id -> dossiers.read(id, user).get("sha256"));
  }

  private void export(
      MeetingTask task, Questionnaire questionnaire, List<Opinion> answers, String user) {
    DocumentKey key = DocumentKey.of(task.caseId(), EXPORT);
    String originals =
        answers.isEmpty()
            ? sentences.say("opinion.export.none")
            : OpinionTexts.export(answers, task.due());
    dossiers.write(
        key,
        Map.of(
            "facts",
            sentences.say(
                "opinion.export.facts",
                questionnaire.title(),
                questionnaire.asker(),
                questionnaire.closesOn().toString(),
                String.valueOf(questionnaire.received()),
                String.valueOf(answers.size())),
            "original",
            originals,
            "sha256",
            sha256(originals)),
        user);
    dossiers.finish(key, user);
  }

  private Questionnaire open(MeetingTask task) {
    return questionnaires
        .ofCase(task.caseId())
        .filter(found -> !found.closed())
        .orElseThrow(() -> sentences.refusal("opinion.questionnaire.none"));
  }

  private void requireBeforeMeeting(MeetingTask task, LocalDate closesOn) {
    require(
        closesOn == null || task.meetingDate() == null || !closesOn.isAfter(task.meetingDate()),
        "opinion.questionnaire.late");
  }

  private void require(boolean holds, String sentence) {
    if (!holds) {
      throw sentences.refusal(sentence);
    }
  }

  private static boolean fits(String text, int longest) {
    return text != null && !text.isBlank() && text.strip().length() <= longest;
  }

  private static String tidy(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "").strip();
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T asRefusal(Supplier<T> work) {
    try {
      return work.get();
    } catch (QuestionnaireRefused refused) {
      throw new SubmissionRefused(refused.getMessage(), refused);
    }
  }
}
