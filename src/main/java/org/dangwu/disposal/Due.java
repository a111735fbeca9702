package org.dangwu.disposal;

import java.util.Collection;
import java.util.List;
import org.dangwu.worksheet.Choice;
import org.springframework.stereotype.Component;

/** How many formal members are due: all with the right to vote but those rightly excluded (D06). */
@Component("disposalDue")
class Due {

  private final DisposalPeople people;
  private final DisposalTables tables;
  private final ExclusionBook exclusions;
  private final Sentences sentences;

  Due(DisposalPeople people, DisposalTables tables, ExclusionBook exclusions, Sentences sentences) {
    this.people = people;
    this.tables = tables;
    this.exclusions = exclusions;
    this.sentences = sentences;
  }

  /** Those to whose exclusion the superior consented; the assembly still has to approve. */
  List<Choice> consented(Disposal disposal) {
    return exclusions.of(disposal.id(), disposal.round()).stream()
        .filter(ExclusionBook.Exclusion::superiorApproved)
        .map(one -> new Choice(one.personId(), people.name(one.personId())))
        .toList();
  }

  /**
   * @param approved whose exclusion the assembly approves
   */
  int count(Disposal disposal, Collection<String> approved) {
    return people.voters(disposal).size() - excluded(disposal, approved);
  }

  String explain(Disposal disposal, Collection<String> approved) {
    int voters = people.voters(disposal).size();
    int excluded = excluded(disposal, approved);
    int due = voters - excluded;
    // More than half of those due, in whole numbers (D05).
    return sentences.say("assembly.explain", voters, excluded, due, due / 2 + 1);
  }

  private int excluded(Disposal disposal, Collection<String> approved) {
    return Math.toIntExact(
        exclusions.of(disposal.id(), disposal.round()).stream()
            .filter(
                one ->
                    !tables.counts(
                        one.reason(), one.superiorApproved(), approved.contains(one.personId())))
            .filter(
                one ->
                    people.voters(disposal).stream()
                        .anyMatch(voter -> voter.id().equals(one.personId())))
            .count());
  }
}
