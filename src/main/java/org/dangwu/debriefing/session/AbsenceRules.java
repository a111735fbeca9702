package org.dangwu.debriefing.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.session.Absence.Decision;
import org.springframework.stereotype.Component;

/** What a decision about absent debriefers must hold to (E26, E29). */
@Component("debriefAbsenceRules")
class AbsenceRules {

  static final int LONGEST = 500;
  private static final int SHORTEST = 2;
  private static final int FURTHEST_DAYS = 90;

  private final DebriefSentences sentences;
  private final Clock clock;

  AbsenceRules(DebriefSentences sentences, Clock clock) {
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * @param absent entries that were absent, in their order
   * @param name name of an entry's secretary
   * @return one decision each, in the same order
   * @throws org.dangwu.engine.SubmissionRefused with the first thing that does not hold
   */
  List<Absence> checked(List<Absence> given, List<String> absent, UnaryOperator<String> name) {
    Map<String, Absence> byEntry =
        given.stream()
            .collect(Collectors.toMap(Absence::entryId, one -> one, (first, again) -> again));
    List<Absence> checked = new ArrayList<>();
    for (String entry : absent) {
      Absence one = byEntry.get(entry);
      if (one == null || one.decision() == null) {
        throw sentences.refusal("absent.open", name.apply(entry));
      }
      String reason = one.reason().strip();
      if (reason.length() > LONGEST) {
        throw sentences.refusal("absent.reasonLong", name.apply(entry), LONGEST);
      }
      if (one.decision() == Decision.WRITTEN && reason.length() < SHORTEST) {
        throw sentences.refusal("absent.reason", name.apply(entry));
      }
      checked.add(
          new Absence(
              entry,
              one.decision(),
              reason,
              one.decision() == Decision.WRITTEN ? null : nextDate(one.nextDate())));
    }
    return checked;
  }

  private LocalDate nextDate(LocalDate day) {
    LocalDate today = LocalDate.now(clock);
    if (day == null || !day.isAfter(today) || day.isAfter(today.plusDays(FURTHEST_DAYS))) {
      throw sentences.refusal("absent.nextDate", FURTHEST_DAYS);
    }
    return day;
  }
}
