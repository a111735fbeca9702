package org.dangwu.ballot.round;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.BallotPlan.Voter;
import org.dangwu.ballot.BallotPlan.VoterClass;
import org.dangwu.ballot.Grade;
import org.springframework.stereotype.Component;

/** What a plan must hold to before a round is prepared: B11, B12, C24 and the tellers' rule. */
@Component
class PlanRules {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,16}");
  private static final int TELLERS = 2;

  private final BallotSentences sentences;
  private final Clock clock;

  PlanRules(BallotSentences sentences, Clock clock) {
    this.sentences = sentences;
    this.clock = clock;
  }

  /** Voters who have somebody to rate. */
  List<Voter> voters(BallotPlan plan) {
    boolean onlyHimself = plan.objects().size() == 1 && !plan.rateSelf();
    return plan.voters().stream()
        .filter(voter -> !onlyHimself || !voter.personId().equals(plan.objects().get(0).id()))
        .toList();
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused with what to change
   */
  void check(BallotPlan plan) {
    scale(plan);
    people(plan);
    tellers(plan);
    if (!plan.dueAt().isAfter(clock.instant())) {
      throw sentences.refusal("plan.due");
    }
    secrecy(plan);
  }

  private void scale(BallotPlan plan) {
    boolean codes =
        plan.grades().stream().allMatch(grade -> CODE.matcher(grade.code()).matches())
            && plan.grades().stream().noneMatch(grade -> grade.code().equals(Grade.ABSTAIN.code()))
            && plan.classes().stream().allMatch(of -> CODE.matcher(of.code()).matches());
    if (plan.grades().size() < 2
        || !codes
        || !distinct(plan.grades().stream().map(Grade::code).toList())
        || !distinct(plan.grades().stream().map(Grade::label).toList())) {
      throw sentences.refusal("plan.scale");
    }
    if (plan.quota().isPresent()
        && plan.grades().stream()
            .noneMatch(grade -> grade.code().equals(plan.quota().get().gradeCode()))) {
      throw sentences.refusal("plan.quota");
    }
  }

  private void people(BallotPlan plan) {
    List<String> objects = plan.objects().stream().map(BallotObject::id).toList();
    if (objects.isEmpty() || !distinct(objects) || objects.contains(BallotBox.WHOLE_SHEET)) {
      throw sentences.refusal("plan.objects");
    }
    if (!distinct(plan.voters().stream().map(Voter::personId).toList())) {
      throw sentences.refusal("plan.voters");
    }
    Set<String> classes = plan.classes().stream().map(VoterClass::code).collect(Collectors.toSet());
    boolean sheets = plan.classes().stream().allMatch(of -> of.sheets() >= 0);
    boolean known = plan.voters().stream().map(Voter::classCode).allMatch(classes::contains);
    if (classes.size() != plan.classes().size() || !known || !sheets) {
      throw sentences.refusal("plan.classes");
    }
  }

  private void tellers(BallotPlan plan) {
    if (plan.tellers().size() < TELLERS || !distinct(plan.tellers())) {
      throw sentences.refusal("plan.tellers", TELLERS);
    }
    if (plan.tellers().contains(plan.recorder())) {
      throw sentences.refusal("plan.tellerRecorder");
    }
    for (BallotObject object : plan.objects()) {
      if (plan.tellers().contains(object.id())) {
        throw sentences.refusal("plan.tellerObject", object.name());
      }
    }
  }

  /** One rater alone cannot stay unknown. */
  private void secrecy(BallotPlan plan) {
    List<Voter> voters = voters(plan);
    int sheets = plan.classes().stream().mapToInt(VoterClass::sheets).sum();
    if (voters.isEmpty() && sheets == 0 && plan.onPaper()) {
      return;
    }
    for (BallotObject object : plan.objects()) {
      long raters =
          sheets
              + voters.stream()
                  .filter(voter -> plan.rateSelf() || !voter.personId().equals(object.id()))
                  .count();
      if (raters < 2) {
        throw sentences.refusal("plan.oneRater", object.name());
      }
    }
  }

  private static boolean distinct(List<String> values) {
    return new HashSet<>(values).size() == values.size();
  }
}
