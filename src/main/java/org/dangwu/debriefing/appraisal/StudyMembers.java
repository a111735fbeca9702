package org.dangwu.debriefing.appraisal;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.debriefing.DebriefEntry;
import org.springframework.stereotype.Component;

/** Who studies the grades, and who keeps out of whose item (C16, C24). */
@Component("debriefStudyMembers")
class StudyMembers {

  private final DebriefCommittees committees;

  StudyMembers(DebriefCommittees committees) {
    this.committees = committees;
  }

  /** Members of the committee who are due, the secretary first. */
  List<Member> of(String organization) {
    return committees.members(organization).stream()
        .map(member -> new Member(member.personId(), member.name()))
        .toList();
  }

  Set<String> ids(String organization) {
    return of(organization).stream()
        .map(Member::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Members who keep out of an item: he himself always, others as recorded. Strangers are dropped.
   */
  Set<String> recused(DebriefEntry entry, List<String> recorded, Set<String> members) {
    Set<String> out = new HashSet<>(recorded);
    out.add(entry.personId());
    out.retainAll(members);
    return out;
  }

  /** A member of the committee. */
  public record Member(String id, String name) {}
}
