package org.dangwu.ballot.round;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.Grade;
import org.springframework.stereotype.Component;

/** Checks a sheet as a whole, before it is taken apart. Its sentences never repeat a grade. */
@Component
class SheetRules {

  private final BallotSentences sentences;

  SheetRules(BallotSentences sentences) {
    this.sentences = sentences;
  }

  /**
   * @return the choices with the row for the whole sheet
   * @throws org.dangwu.engine.SubmissionRefused when something is missing, unknown or above a
   *     binding limit
   */
  Map<String, String> checked(BallotSheet sheet, Map<String, String> choices) {
    Set<String> known = sheet.objects().stream().map(BallotObject::id).collect(Collectors.toSet());
    if (!known.containsAll(choices.keySet())) {
      throw sentences.refusal("sheet.foreign");
    }
    Set<String> grades = sheet.grades().stream().map(Grade::code).collect(Collectors.toSet());
    Map<String, String> checked = new LinkedHashMap<>();
    for (BallotObject object : sheet.objects()) {
      String grade = choices.get(object.id());
      if (grade == null || grade.isEmpty()) {
        throw sentences.refusal("sheet.missing", object.name());
      }
      if (!grades.contains(grade)) {
        throw sentences.refusal("sheet.unknown", object.name());
      }
      checked.put(object.id(), grade);
    }
    sheet.limit().filter(BallotSheet.Limit::binding).ifPresent(limit -> within(limit, checked));
    boolean blank = new HashSet<>(checked.values()).equals(Set.of(Grade.ABSTAIN.code()));
    checked.put(BallotBox.WHOLE_SHEET, blank ? BallotBox.BLANK : BallotBox.FILLED);
    return checked;
  }

  private void within(BallotSheet.Limit limit, Map<String, String> choices) {
    long given = choices.values().stream().filter(limit.grade().code()::equals).count();
    if (given > limit.most()) {
      throw sentences.refusal("sheet.limit", limit.grade().label(), limit.most());
    }
  }
}
