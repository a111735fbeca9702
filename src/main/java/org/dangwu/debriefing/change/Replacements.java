package org.dangwu.debriefing.change;

import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.debriefing.DebriefCommittees.Member;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.plan.DebriefPlanBook;
import org.dangwu.debriefing.scope.EntryChanges;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a replaced secretary into effect: two entries, one team, one vote (E25). */
@Component("debriefReplacements")
class Replacements {

  private final ReplacementBook book;
  private final DebriefEntries entries;
  private final DebriefCommittees committees;
  private final EntryChanges changes;
  private final DebriefPlanBook plans;

  Replacements(
      ReplacementBook book,
      DebriefEntries entries,
      DebriefCommittees committees,
      EntryChanges changes,
      DebriefPlanBook plans) {
    this.book = book;
    this.entries = entries;
    this.committees = committees;
    this.changes = changes;
    this.plans = plans;
  }

  /**
   * @param left entry of who left
   * @param entryThatGoesOn entry of the successor, without one that of who left
   * @param added whether there is a successor
   * @param leftForGood whether who left takes no further part
   */
  record Done(String left, String entryThatGoesOn, boolean added, boolean leftForGood) {}

  /** The oldest submitted one of this person's hand; empty when there is none. */
  @Transactional
  Optional<Done> apply(String caseId, String requestedBy) {
    return book.submitted(caseId, requestedBy).map(this::apply);
  }

  /** Who is registered as secretary of the organisation today and has no entry of his own there. */
  List<Member> successors(DebriefEntry left) {
    return committees.secretaries(left.organization()).stream()
        .filter(
            member ->
                entries.of(left.caseId()).stream()
                    .noneMatch(
                        entry ->
                            entry.organization().equals(left.organization())
                                && entry.personId().equals(member.personId())))
        .toList();
  }

  private Done apply(Replacement given) {
    DebriefEntry left = entries.find(given.entryId()).orElseThrow();
    Optional<Member> successor =
        successors(left).stream()
            .filter(member -> member.personId().equals(given.successor()))
            .findFirst();
    changes.leave(
        left.entryId(), given.gradedParty().gradesPredecessor(), given.predecessorGoesOn());
    String goesOn =
        successor
            .map(
                member ->
                    changes.add(
                        left.entryId(),
                        member,
                        given.successorMode(),
                        given.reason(),
                        given.gradedParty().gradesSuccessor()))
            .map(
                added -> {
                  plans.succeed(
                      left.caseId(),
                      left.entryId(),
                      added.entryId(),
                      left.personId(),
                      added.personId());
                  return added.entryId();
                })
            .orElse(left.entryId());
    book.applied(given);
    return new Done(left.entryId(), goesOn, successor.isPresent(), !given.predecessorGoesOn());
  }
}
