package org.dangwu.debriefing.rating;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.BallotPlan.Voter;
import org.dangwu.ballot.TellerList;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.springframework.stereotype.Component;

/** What the arrangement of a rating must hold to before it is kept (C12, C13, C24). */
@Component("debriefRatingRules")
class RatingRules {

  private static final int TELLERS = 2;
  private static final int MOST_SHEETS = 500;
  private static final int LONGEST_DAYS = 15;
  private static final int FEWEST_RATERS = 2;

  private final RatingSession session;
  private final RatingTellers tellers;
  private final DebriefSentences sentences;
  private final Clock clock;

  RatingRules(
      RatingSession session, RatingTellers tellers, DebriefSentences sentences, Clock clock) {
    this.session = session;
    this.tellers = tellers;
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused with what to change
   */
  void check(RatingArrangement given, String caseId, String organization) {
    List<BallotObject> objects = session.objects(caseId);
    if (objects.isEmpty()) {
      return;
    }
    if (given.tellers().size() < TELLERS) {
      throw sentences.refusal("rating.tellers", TELLERS);
    }
    Set<String> allowed = TellerList.persons(tellers.groups(caseId, organization));
    if (!allowed.containsAll(given.tellers())) {
      throw sentences.refusal("rating.tellerStranger");
    }
    LocalDate today = LocalDate.now(clock);
    if (given.dueOn() == null
        || given.dueOn().isBefore(today)
        || given.dueOn().isAfter(today.plusDays(LONGEST_DAYS))) {
      throw sentences.refusal("rating.due", LONGEST_DAYS);
    }
    Set<String> codes =
        session.classes(caseId).stream()
            .map(of -> of.code())
            .collect(Collectors.toCollection(HashSet::new));
    given
        .sheets()
        .forEach(
            (code, number) -> {
              if (!codes.contains(code) || number < 0 || number > MOST_SHEETS) {
                throw sentences.refusal("rating.sheets", MOST_SHEETS);
              }
            });
    raters(given, objects, session.voters(caseId));
  }

  /** Nobody rates himself, so a peer counts for the others alone (C24). */
  private void raters(RatingArrangement given, List<BallotObject> objects, List<Voter> voters) {
    int sheets = given.sheets().values().stream().mapToInt(Integer::intValue).sum();
    for (BallotObject object : objects) {
      long raters =
          sheets + voters.stream().filter(one -> !one.personId().equals(object.id())).count();
      if (raters < FEWEST_RATERS) {
        throw sentences.refusal("rating.raters", object.name());
      }
    }
  }
}
