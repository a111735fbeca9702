package org.dangwu.debriefing.scope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;

/** Committees as the roster of organisations has them today. */
@Component
class RegisteredCommittees implements DebriefCommittees {

  private final Organizations organizations;
  private final People people;

  RegisteredCommittees(Organizations organizations, People people) {
    this.organizations = organizations;
    this.people = people;
  }

  @Override
  public List<Member> members(String organization) {
    List<Member> body =
        organizations.leadingBody(organization).stream()
            .map(member -> new Member(member.personId(), member.name(), member.title()))
            .toList();
    if (!body.isEmpty()) {
      return body;
    }
    Map<String, Member> members = new LinkedHashMap<>();
    Stream.of(Role.SECRETARY, Role.COMMITTEE)
        .flatMap(
            role ->
                organizations.holders(role, organization).stream()
                    .map(person -> member(person, role, organization)))
        .forEach(member -> members.putIfAbsent(member.personId(), member));
    return List.copyOf(members.values());
  }

  @Override
  public List<Member> secretaries(String organization) {
    return Stream.of(Role.PRINCIPAL, Role.SECRETARY)
        .flatMap(
            role ->
                organizations.holders(role, organization).stream()
                    .map(person -> member(person, role, organization)))
        .toList();
  }

  private Member member(String person, Role role, String organization) {
    String title =
        organizations.positionsOf(person).stream()
            .filter(p -> p.organization().equals(organization) && p.role() == role)
            .map(Position::title)
            .findFirst()
            .orElse("");
    return new Member(person, people.name(person), title);
  }
}
