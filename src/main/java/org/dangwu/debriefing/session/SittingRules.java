package org.dangwu.debriefing.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.session.Sitting.Mark;
import org.springframework.stereotype.Component;

/** What the attendance of a session must hold to before it stands (C10, C11). */
@Component("debriefSittingRules")
class SittingRules {

  static final int LONGEST = 200;
  private static final int MOST_GUESTS = 200;

  private final DebriefSentences sentences;
  private final Clock clock;

  SittingRules(DebriefSentences sentences, Clock clock) {
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * The attendance in the order of those expected.
   *
   * @param secretary user id of the superior's secretary, who comments and so must be there
   * @throws org.dangwu.engine.SubmissionRefused with the first thing that does not hold
   */
  Sitting checked(Sitting given, List<Expected> expected, Optional<String> secretary) {
    if (given.heldOn() == null || given.heldOn().isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("session.heldOn");
    }
    if (given.startedAt() == null) {
      throw sentences.refusal("session.startedAt");
    }
    Map<String, Mark> marks = new LinkedHashMap<>();
    given.marks().forEach(mark -> marks.put(mark.personId(), mark));
    List<Mark> ordered = new ArrayList<>();
    for (Expected one : expected) {
      ordered.add(checked(one, marks.remove(one.personId())));
    }
    if (!marks.isEmpty()) {
      throw sentences.refusal("session.stranger");
    }
    if (ordered.stream()
        .anyMatch(mark -> !mark.present() && secretary.equals(Optional.of(mark.personId())))) {
      throw sentences.refusal("session.secretaryAbsent");
    }
    return new Sitting(
        given.number(),
        given.heldOn(),
        given.startedAt(),
        given.recorder(),
        ordered,
        guests(given.guests()));
  }

  private Mark checked(Expected one, Mark mark) {
    if (mark == null || mark.presence() == null) {
      throw sentences.refusal("session.open", one.name());
    }
    String reason = mark.reason().strip();
    if (reason.length() > LONGEST) {
      throw sentences.refusal("session.reasonLong", one.name(), LONGEST);
    }
    if (!mark.present() && one.capacity().isDue() && reason.isEmpty()) {
      throw sentences.refusal("session.reason", one.name());
    }
    return new Mark(
        one.personId(),
        one.capacity(),
        one.entryId(),
        mark.presence(),
        mark.present() ? "" : reason);
  }

  private List<String> guests(List<String> given) {
    List<String> named =
        given.stream().map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
    if (named.size() > MOST_GUESTS || named.stream().anyMatch(name -> name.length() > LONGEST)) {
      throw sentences.refusal("session.guests", MOST_GUESTS, LONGEST);
    }
    return named;
  }
}
