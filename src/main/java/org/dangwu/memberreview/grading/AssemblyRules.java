package org.dangwu.memberreview.grading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.grading.Assembly.Manner;
import org.dangwu.memberreview.grading.Assembly.Vote;
import org.springframework.stereotype.Component;

/** Whether the counts of an assembly can be right (B16, traps 1 and 2). */
@Component
class AssemblyRules {

  private static final int LONGEST = 4000;

  private final ReviewRosters rosters;
  private final ItemBook items;
  private final AssemblyVote votes;
  private final Sentences sentences;
  private final Clock clock;

  AssemblyRules(
      ReviewRosters rosters, ItemBook items, AssemblyVote votes, Sentences sentences, Clock clock) {
    this.rosters = rosters;
    this.items = items;
    this.votes = votes;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** Members with the right to vote who are due. */
  List<RosterMember> due(String caseId) {
    return rosters.of(caseId).stream()
        .filter(member -> Graded.votes(member) && member.countsAsDue())
        .toList();
  }

  /** The proposals that the assembly decides on. */
  List<Item> before(String caseId) {
    return items.of(caseId).stream()
        .filter(item -> item.state() == ItemState.PROPOSED || item.state() == ItemState.NOT_CARRIED)
        .toList();
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused with what to change
   */
  void check(Assembly given, String caseId) {
    Set<String> due = due(caseId).stream().map(RosterMember::personId).collect(Collectors.toSet());
    if (given.heldOn() == null || given.heldOn().isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("assembly.heldOn");
    }
    if (given.chair().isEmpty()) {
      throw sentences.refusal("assembly.chair");
    }
    if (given.manner() == null) {
      throw sentences.refusal("assembly.manner");
    }
    if (given.discussion().isEmpty() || given.discussion().length() > LONGEST) {
      throw sentences.refusal("assembly.discussion", LONGEST);
    }
    if (!due.containsAll(given.absent()) || given.due() != due.size()) {
      throw sentences.refusal("assembly.roster");
    }
    if (given.present() != given.due() - given.absent().size()) {
      throw sentences.refusal(
          "assembly.present", given.due(), given.absent().size(), given.present());
    }
    if (!votes.on(given.due(), given.present(), 0).noQuorum()) {
      votes(given, caseId);
    } else if (!given.votes().isEmpty()) {
      throw sentences.refusal("assembly.noQuorum");
    }
  }

  private void votes(Assembly given, String caseId) {
    for (Vote vote : given.votes()) {
      if (vote.approve() < 0 || vote.against() < 0 || vote.abstain() < 0) {
        throw sentences.refusal("assembly.numbers", subject(vote, caseId));
      }
      int sum = vote.approve() + vote.against() + vote.abstain();
      if (sum != given.present()) {
        throw sentences.refusal("assembly.sum", subject(vote, caseId), sum, given.present());
      }
    }
    Set<String> subjects = given.votes().stream().map(Vote::subject).collect(Collectors.toSet());
    Set<String> open = before(caseId).stream().map(Item::itemId).collect(Collectors.toSet());
    Set<String> asked = given.manner() == Manner.WHOLE && !open.isEmpty() ? Set.of("") : open;
    if (!subjects.equals(asked)) {
      throw sentences.refusal("assembly.subjects");
    }
  }

  private String subject(Vote vote, String caseId) {
    return vote.subject().isEmpty()
        ? sentences.say("assembly.whole")
        : before(caseId).stream()
            .filter(item -> item.itemId().equals(vote.subject()))
            .map(Item::personName)
            .findFirst()
            .orElse("");
  }
}
