package org.dangwu.debriefing.appraisal;

import java.util.ArrayList;
import java.util.List;
import org.dangwu.debriefing.appraisal.Distribution.Share;
import org.springframework.stereotype.Component;

/** Why a step is before somebody again, told where it is to be put right (E27, E28). */
@Component("debriefComeBack")
class ComeBack {

  private final DistributionBook checks;
  private final StudyBook studies;
  private final AppraisalSentences sentences;

  ComeBack(DistributionBook checks, StudyBook studies, AppraisalSentences sentences) {
    this.checks = checks;
    this.studies = studies;
    this.sentences = sentences;
  }

  /** One sentence a reason; empty the first time. */
  List<String> of(String caseId) {
    List<String> reasons = new ArrayList<>();
    checks.latest(caseId).filter(share -> !share.holds()).map(this::share).ifPresent(reasons::add);
    studies
        .latest(caseId)
        .filter(study -> !study.outcome().equals("PASSED"))
        .map(this::study)
        .ifPresent(reasons::add);
    return reasons;
  }

  /** How the grades exceed the share that the plan allows. */
  String share(Share share) {
    return share.status().equals("EXCEEDS")
        ? sentences.say(
            "share.exceeds",
            String.valueOf(share.total()),
            String.valueOf(share.good()),
            String.valueOf(share.percent()),
            String.valueOf(share.most()))
        : share.note();
  }

  private String study(Study study) {
    return sentences.say(
        "study.again." + (study.sentBack() ? "SENT_BACK" : study.outcome()),
        String.valueOf(study.number()),
        study.heldOn().toString(),
        String.valueOf(study.due()),
        String.valueOf(study.present()),
        study.discussion());
  }
}
