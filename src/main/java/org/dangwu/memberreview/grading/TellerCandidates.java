package org.dangwu.memberreview.grading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.ballot.TellerList;
import org.dangwu.ballot.TellerList.Group;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;

/**
 * Who may count (监票人): neither an object of the ballot nor the recorder (B10). In a small branch
 * that leaves nobody but people of the base committee and of its other branches.
 */
@Component
class TellerCandidates {

  private static final List<Role> OFFICE = List.of(Role.OFFICE, Role.STAFF, Role.COMMITTEE);

  private final ReviewRosters rosters;
  private final Organizations organizations;
  private final People people;

  TellerCandidates(ReviewRosters rosters, Organizations organizations, People people) {
    this.rosters = rosters;
    this.organizations = organizations;
    this.people = people;
  }

  /** Where they come from → people, nobody twice. */
  List<Group> groups(String caseId, String organization) {
    Map<String, RosterMember> roster =
        rosters.of(caseId).stream()
            .collect(
                Collectors.toMap(
                    RosterMember::personId, m -> m, (one, same) -> one, LinkedHashMap::new));
    TellerList list = new TellerList(people::name);
    list.offer(
        "本支部不参加评定等次的党员",
        roster.values().stream()
            .filter(member -> Graded.rates(member) && !Graded.is(member))
            .map(RosterMember::personId)
            .toList());
    // whoever is graded here counts nowhere here, whatever else he is
    list.bar(roster.keySet());
    Organization committee = organizations.get(organizations.tenantOf(organization));
    List<String> office = new ArrayList<>();
    OFFICE.forEach(role -> office.addAll(organizations.holders(role, committee.code())));
    list.offer(committee.name(), office);
    for (Organization branch : organizations.below(committee.code())) {
      if (branch.kind() == OrganizationKind.BRANCH
          && branch.tenant().equals(committee.code())
          && !branch.code().equals(organization)) {
        list.offer(
            branch.name(),
            people.membersOf(branch.code()).stream()
                .filter(person -> person.membership().isFormal())
                .map(Person::id)
                .toList());
      }
    }
    return list.groups();
  }
}
