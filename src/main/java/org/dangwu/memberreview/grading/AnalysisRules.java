package org.dangwu.memberreview.grading;

import java.util.List;
import java.util.Optional;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.memberreview.ReviewSummaries;
import org.dangwu.memberreview.grading.Item.Handling;
import org.dangwu.verification.Conclusion;
import org.springframework.stereotype.Component;

/** What the committee's opinion on one member must hold to (B15, B26, E13). */
@Component
class AnalysisRules {

  static final int LONGEST = 2000;

  private final Advisor advisor;
  private final ReviewSummaries summaries;
  private final Sentences sentences;

  AnalysisRules(Advisor advisor, ReviewSummaries summaries, Sentences sentences) {
    this.advisor = advisor;
    this.summaries = summaries;
    this.sentences = sentences;
  }

  Optional<Advice> advice(Item item) {
    return advisor.on(item, summaries.refused(item.caseId()).contains(item.personId()));
  }

  /**
   * Checks what was typed for a member; what is still empty may stay so.
   *
   * @throws org.dangwu.engine.SubmissionRefused with what to change
   */
  void checkTyped(Item item) {
    for (String text : List.of(item.facts(), item.matter(), item.reason())) {
      if (text.length() > LONGEST) {
        throw sentences.refusal("analysis.long", item.personName(), LONGEST);
      }
    }
    if (!item.state().isOpen()) {
      throw sentences.refusal("analysis.closed", item.personName(), item.state().label());
    }
    if (item.proposed() == ReviewGrade.NONE) {
      throw sentences.refusal("analysis.grade", item.personName());
    }
    if (item.handling() == Handling.VERIFY && item.matter().isEmpty()) {
      throw sentences.refusal("analysis.matter", item.personName());
    }
    if (item.handling() == Handling.HOLD && item.reason().isEmpty()) {
      throw sentences.refusal("analysis.holdReason", item.personName());
    }
    if (item.handling() == Handling.GRADE) {
      graded(item);
    }
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when the committee has not come to an opinion
   */
  void checkComplete(Item item) {
    if (item.handling() == null) {
      throw sentences.refusal("analysis.open", item.personName());
    }
    checkTyped(item);
  }

  private void graded(Item item) {
    if (item.dues() == null || item.organisationLife() == null) {
      throw sentences.refusal("analysis.facts", item.personName());
    }
    if (item.proposed() == null) {
      throw sentences.refusal("analysis.grade", item.personName());
    }
    Optional<Advice> advice = advice(item);
    boolean verified = advisor.concluded(item).isPresent();
    if (advice.filter(Advice::mustVerify).isPresent() && !verified) {
      throw sentences.refusal("analysis.mustVerify", item.personName());
    }
    if (item.proposed() == ReviewGrade.UNQUALIFIED && !confirmed(item)) {
      throw sentences.refusal("analysis.unqualified", item.personName());
    }
    boolean differs = advice.map(Advice::grade).filter(item.proposed()::equals).isEmpty();
    if (item.reason().isEmpty() && (differs || needsReason(item.proposed()))) {
      throw sentences.refusal("analysis.reason", item.personName());
    }
  }

  /** 优秀 and 不合格 go to the superior, who decides on the reason (B19). */
  private static boolean needsReason(ReviewGrade grade) {
    return grade == ReviewGrade.EXCELLENT || grade == ReviewGrade.UNQUALIFIED;
  }

  private boolean confirmed(Item item) {
    return advisor
        .concluded(item)
        .filter(found -> found.conclusion() != Conclusion.NOT_CONFIRMED)
        .isPresent();
  }
}
