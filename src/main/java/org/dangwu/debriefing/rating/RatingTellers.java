package org.dangwu.debriefing.rating;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.ballot.TellerList;
import org.dangwu.ballot.TellerList.Group;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.session.Capacity;
import org.dangwu.debriefing.session.Sitting;
import org.dangwu.debriefing.session.Sitting.Mark;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;

/** Who may count (监票人): neither a debriefer of this run nor the recorder (C13, C24). */
@Component("debriefRatingTellers")
class RatingTellers {

  private final RatingSession session;
  private final DebriefEntries entries;
  private final Organizations organizations;
  private final People people;

  RatingTellers(
      RatingSession session, DebriefEntries entries, Organizations organizations, People people) {
    this.session = session;
    this.entries = entries;
    this.organizations = organizations;
    this.people = people;
  }

  /** Where they come from → people, nobody twice. */
  List<Group> groups(String caseId, String organization) {
    Sitting sitting = session.sitting(caseId);
    Set<String> taken =
        entries.of(caseId).stream()
            .map(DebriefEntry::personId)
            .collect(Collectors.toCollection(HashSet::new));
    taken.add(sitting.recorder());
    return new TellerList(people::name)
        .bar(taken)
        .offer("参加评议的到会人员", present(sitting, Capacity.PARTICIPANT))
        .offer("组织部门和办事机构", office(organization))
        .offer("到会的党委（党组）成员", present(sitting, Capacity.MEMBER))
        .groups();
  }

  private static List<String> present(Sitting sitting, Capacity capacity) {
    return sitting.marks().stream()
        .filter(mark -> mark.present() && mark.capacity() == capacity)
        .map(Mark::personId)
        .toList();
  }

  private List<String> office(String organization) {
    List<String> offices =
        Stream.concat(
                organizations.children(organization).stream()
                    .filter(child -> child.kind() == OrganizationKind.ORGANIZATION_DEPARTMENT)
                    .map(Organization::code),
                Stream.of(organization))
            .toList();
    return offices.stream()
        .flatMap(
            code ->
                Stream.of(Role.STAFF, Role.HEAD, Role.OFFICE, Role.ARCHIVIST)
                    .flatMap(role -> organizations.holders(role, code).stream()))
        .toList();
  }
}
