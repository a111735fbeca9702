package org.dangwu.debriefing.appraisal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.appraisal.Study.Vote;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** The record of a study (研究记录); each meeting gives a version of its own (E28). */
@Component("debriefStudyPapers")
class StudyPapers {

  private static final String PAPER = "studyRecord";

  private final Dossiers dossiers;
  private final StudyVote votes;
  private final People people;
  private final AppraisalSentences sentences;

  StudyPapers(Dossiers dossiers, StudyVote votes, People people, AppraisalSentences sentences) {
    this.dossiers = dossiers;
    this.votes = votes;
    this.people = people;
    this.sentences = sentences;
  }

  void write(String caseId, Study study, String outcome, List<DebriefEntry> graded, String user) {
    dossiers.file(
        DocumentKey.of(caseId, PAPER),
        Map.of(
            "attendance",
            attendance(study),
            "discussion",
            study.discussion(),
            "votes",
            study.votes().isEmpty()
                ? sentences.say("study.outcome." + (study.sentBack() ? "SENT_BACK" : outcome))
                : graded.stream()
                    .flatMap(
                        entry ->
                            study
                                .on(entry.entryId())
                                .map(vote -> line(entry, vote, study))
                                .stream())
                    .collect(Collectors.joining("\n"))),
        user);
  }

  private String attendance(Study study) {
    String absent =
        study.absences().stream()
            .map(
                one ->
                    one.writtenOpinion().isEmpty()
                        ? people.name(one.personId())
                        : sentences.say(
                            "study.paper.written",
                            people.name(one.personId()),
                            one.writtenOpinion()))
            .collect(Collectors.joining("、"));
    return sentences.say(
        "study.paper.attendance",
        String.valueOf(study.number()),
        study.heldOn().toString(),
        people.name(study.chair()),
        String.valueOf(study.due()),
        String.valueOf(study.present()),
        absent.isEmpty() ? sentences.say("study.paper.nobody") : absent,
        sentences.say(study.hostLast() ? "study.paper.hostLast" : "study.paper.noVote"));
  }

  private String line(DebriefEntry entry, Vote vote, Study study) {
    return sentences.say(
        "study.paper.vote",
        entry.name(),
        vote.grade().label(),
        String.valueOf(vote.approve()),
        String.valueOf(vote.against()),
        String.valueOf(vote.abstain()),
        votes.on(study.due(), study.present(), vote.approve()).note(),
        vote.recused().isEmpty() ? "" : sentences.say("study.paper.recused", names(vote.recused())),
        vote.reason().isEmpty() ? "" : sentences.say("study.paper.changed", vote.reason()));
  }

  private String names(Set<String> ids) {
    return ids.stream().sorted().map(people::name).collect(Collectors.joining("、"));
  }
}
