package org.dangwu.debriefing.outcome;

import java.util.List;
import java.util.stream.Collectors;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.organization.People;
import org.dangwu.publication.Remark;
import org.springframework.stereotype.Component;

/** What the case file keeps of the remarks and of what was done about them (C18). */
@Component
class RemarkPaper {

  private final People people;
  private final DebriefSentences sentences;

  RemarkPaper(People people, DebriefSentences sentences) {
    this.people = people;
    this.sentences = sentences;
  }

  String of(List<Remark> remarks) {
    return remarks.isEmpty()
        ? sentences.say("outcome.remarks.none")
        : remarks.stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(Remark remark) {
    return sentences.say(
        "outcome.remarks.paper",
        remark.title(),
        remark.day().toString(),
        remark.author() == null
            ? sentences.say("outcome.remarks.unsigned")
            : people.name(remark.author()),
        remark.text(),
        remark.handling());
  }
}
