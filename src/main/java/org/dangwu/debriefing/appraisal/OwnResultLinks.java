package org.dangwu.debriefing.appraisal;

import java.util.List;
import org.dangwu.debriefing.DebriefResults;
import org.dangwu.procedure.HomeLinks;
import org.springframework.stereotype.Component;

/** Leads a secretary to his own results, for as long as they are kept (C17). */
@Component("debriefOwnResultLinks")
class OwnResultLinks implements HomeLinks {

  private final DebriefResults results;
  private final AppraisalSentences sentences;

  OwnResultLinks(DebriefResults results, AppraisalSentences sentences) {
    this.results = results;
    this.sentences = sentences;
  }

  @Override
  public List<Link> linksFor(String userId) {
    return results.ofPerson(userId).stream()
        .map(
            result ->
                new Link(
                    sentences.say("result.link", String.valueOf(result.year())),
                    "/debriefing/case/" + result.caseId() + "/result"))
        .toList();
  }
}
