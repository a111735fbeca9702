package org.dangwu.lifemeeting.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.Variables;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.Sentences;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hands what was decided on the pages to the process, and takes a report only of a meeting that was
 * held (A15, A16).
 */
@Component
@Order(50)
class ObservationGuard implements CompletionGuard {

  static final String PROPOSE = "UserTask_ProposeObservers";
  static final String TAKE_UP = "UserTask_TakeUp";
  static final String AGREE = "UserTask_AgreeObservers";
  static final String WRITE_REPORT = "UserTask_WriteObserverReport";

  private final ObservationBook book;
  private final Candidates candidates;
  private final ObserverRules rules;
  private final HeldMeetings held;
  private final Dossiers dossiers;
  private final Sentences sentences;

  ObservationGuard(
      ObservationBook book,
      Candidates candidates,
      ObserverRules rules,
      HeldMeetings held,
      Dossiers dossiers,
      Sentences sentences) {
    this.book = book;
    this.candidates = candidates;
    this.rules = rules;
    this.held = held;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    switch (task.elementId()) {
      case PROPOSE -> proposed(task);
      case TAKE_UP -> takenUp(task);
      case AGREE -> answered(task);
      case WRITE_REPORT -> requireHeld(task);
      default -> {
        // Other steps have nothing to do with observing.
      }
    }
  }

  private void proposed(CompletingTask task) {
    Observation observation = found(task, "observation.missing");
    rules.checked(
        observation.seats(), observation.assigned(), candidates.forBody(organization(task)));
    task.setVariable("problemLevel", observation.level().name());
    task.setVariable("leaderAssigned", observation.assigned() == null ? "NO" : "YES");
  }

  private void takenUp(CompletingTask task) {
    if (found(task, "observation.leaderMissing").assigned() == null) {
      throw sentences.refusal("observation.leaderMissing");
    }
    task.setVariable("leaderAssigned", "YES");
  }

  private void answered(CompletingTask task) {
    Observation observation = found(task, "observation.answerMissing");
    if (observation.agreed() == null) {
      throw sentences.refusal("observation.answerMissing");
    }
    task.setVariable("observersAgreed", observation.agreed() ? "YES" : "NO");
    if (observation.agreed()) {
      task.setVariable("observers", list(observation.people()));
      task.setVariable("observerLeads", list(observation.leaders()));
      file(task, observation);
    }
  }

  /** The list of names that the body receives. */
  private void file(CompletingTask task, Observation observation) {
    DocumentKey key = DocumentKey.of(caseId(task), "observerList");
    String author = task.assignee().orElse("system");
    dossiers.write(key, Map.of("names", text(observation, organization(task))), author);
    dossiers.finish(key, author);
  }

  private String text(Observation observation, String body) {
    Map<String, Candidate> known =
        candidates.forBody(body).stream()
            .collect(Collectors.toMap(Candidate::personId, Function.identity()));
    return observation.seats().stream()
        .map(
            seat ->
                "第%d组%s：%s"
                    .formatted(
                        seat.group(),
                        seat.leader() ? "组长" : "成员",
                        known.containsKey(seat.personId())
                            ? known.get(seat.personId()).named()
                            : seat.personId()))
        .collect(Collectors.joining("\n"));
  }

  private void requireHeld(CompletingTask task) {
    int year = ((Number) task.variable("year")).intValue();
    if (held.observedOn(caseId(task), organization(task), year).isEmpty()) {
      throw sentences.refusal("observation.notHeld");
    }
  }

  private Observation found(CompletingTask task, String otherwise) {
    return book.find(caseId(task)).orElseThrow(() -> sentences.refusal(otherwise));
  }

  private static String caseId(CompletingTask task) {
    return (String) task.variable("caseId");
  }

  private static String organization(CompletingTask task) {
    return (String) task.variable("organization");
  }

  static Object list(List<String> ids) {
    return Variables.objectValue(new ArrayList<>(ids))
        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
        .create();
  }
}
