package org.dangwu.debriefing.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.VoterClassWeight;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** Who belongs to a session: committee, debriefers, those invited to rate (C10, C12). */
@Component
class SessionRoll {

  private final DebriefEntries entries;
  private final DebriefPlans plans;
  private final DebriefCommittees committees;
  private final SittingBook book;
  private final People people;

  SessionRoll(
      DebriefEntries entries,
      DebriefPlans plans,
      DebriefCommittees committees,
      SittingBook book,
      People people) {
    this.entries = entries;
    this.plans = plans;
    this.committees = committees;
    this.book = book;
    this.people = people;
  }

  /**
   * Everybody expected at the next session, nobody twice; those who report first, in their order.
   */
  List<Expected> of(String caseId, String organization) {
    Set<String> reported = book.reported(caseId);
    List<Expected> all = new ArrayList<>();
    for (DebriefEntry entry : entries.active(caseId)) {
      boolean speaks = entry.onSite() && !reported.contains(entry.entryId());
      all.add(
          new Expected(
              entry.personId(),
              entry.name(),
              entry.organizationName(),
              speaks ? Capacity.SPEAKER : Capacity.WRITTEN,
              entry.entryId()));
    }
    for (DebriefCommittees.Member member : committees.members(organization)) {
      all.add(
          new Expected(member.personId(), member.name(), member.title(), Capacity.MEMBER, null));
    }
    plans.of(caseId).ifPresent(plan -> all.addAll(invited(plan)));
    Set<String> seen = new HashSet<>();
    return all.stream()
        .sorted((one, other) -> one.capacity().compareTo(other.capacity()))
        .filter(one -> seen.add(one.personId()))
        .toList();
  }

  private List<Expected> invited(DebriefPlan plan) {
    Map<String, String> labels =
        plan.classes().stream()
            .collect(Collectors.toMap(VoterClassWeight::code, VoterClassWeight::label));
    return plan.participants().stream()
        .map(
            one ->
                new Expected(
                    one.personId(),
                    people.name(one.personId()),
                    labels.getOrDefault(one.classCode(), ""),
                    Capacity.PARTICIPANT,
                    null))
        .toList();
  }
}
