package org.dangwu.memberreview.grading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.desk.Voting.Verdict;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.memberreview.grading.Assembly.Vote;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** The resolution of the assembly (大会决议, F-B7); each meeting gives a version of its own. */
@Component
class AssemblyPapers {

  private final Dossiers dossiers;
  private final AssemblyVote votes;
  private final People people;
  private final Sentences sentences;

  AssemblyPapers(Dossiers dossiers, AssemblyVote votes, People people, Sentences sentences) {
    this.dossiers = dossiers;
    this.votes = votes;
    this.people = people;
    this.sentences = sentences;
  }

  void write(String caseId, Assembly held, List<Item> before, String user) {
    DocumentKey key = DocumentKey.of(caseId, "assemblyResolution");
    dossiers.write(
        key,
        Map.of(
            "attendance",
            attendance(held),
            "votes",
            held.votes().isEmpty()
                ? sentences.say("assembly.paper.noVote")
                : held.votes().stream()
                    .map(vote -> line(vote, held, before))
                    .collect(Collectors.joining("\n")),
            "resolution",
            held.discussion()),
        user);
    dossiers.finish(key, user);
  }

  private String attendance(Assembly held) {
    String absent = held.absent().stream().map(people::name).collect(Collectors.joining("、"));
    return sentences.say(
        "assembly.paper.attendance",
        held.heldOn().toString(),
        people.name(held.chair()),
        held.due(),
        held.present(),
        absent.isEmpty() ? sentences.say("assembly.paper.nobody") : absent);
  }

  private String line(Vote vote, Assembly held, List<Item> before) {
    Verdict verdict = votes.on(held.due(), held.present(), vote.approve());
    return sentences.say(
        "assembly.paper.vote",
        subject(vote, before),
        vote.approve(),
        vote.against(),
        vote.abstain(),
        verdict.note());
  }

  private String subject(Vote vote, List<Item> before) {
    return before.stream()
        .filter(item -> vote.subject().isEmpty() || item.itemId().equals(vote.subject()))
        .map(item -> item.personName() + "（" + item.proposed().label() + "）")
        .collect(Collectors.joining("、"));
  }
}
