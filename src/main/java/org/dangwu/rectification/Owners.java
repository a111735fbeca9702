package org.dangwu.rectification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
import org.springframework.stereotype.Component;

/**
 * Who may own an item (责任人): those of the body, those who work in its organisation, and the heads
 * of its units. Only people who still hold a position.
 */
@Component
class Owners {

  private static final List<Role> OF_THE_BODY =
      List.of(
          Role.PRINCIPAL,
          Role.DEPUTY,
          Role.MEMBER,
          Role.OFFICE,
          Role.RECORDER,
          Role.HEAD,
          Role.STAFF,
          Role.SECRETARY,
          Role.COMMITTEE);
  private static final List<Role> OF_UNITS = List.of(Role.PRINCIPAL, Role.HEAD, Role.SECRETARY);

  private final Organizations organizations;
  private final Rosters rosters;
  private final People people;

  Owners(Organizations organizations, Rosters rosters, People people) {
    this.organizations = organizations;
    this.rosters = rosters;
    this.people = people;
  }

  /**
   * @param label name and post
   */
  record Owner(String id, String label) {}

  /** Of whom the office of a body or its secretary may choose. */
  List<Owner> of(ListMatter list) {
    // The roster of a superior's run is not that of the body below it.
    return list.isOfSecretary()
        ? of(Map.of(), list.organization())
        : of(list.run().caseId(), list.organization());
  }

  List<Owner> of(RectificationItem item) {
    return item.isOfSecretary()
        ? of(Map.of(), item.organization())
        : of(item.caseId(), item.organization());
  }

  private List<Owner> of(String caseId, String organization) {
    Map<String, String> due = new LinkedHashMap<>();
    for (RosterEntry entry : rosters.of(caseId)) {
      due.put(entry.personId(), entry.title());
    }
    return of(due, organization);
  }

  /** The leading body first, in rank order. */
  private List<Owner> of(Map<String, String> due, String organization) {
    Map<String, String> posts = new LinkedHashMap<>(due);
    holders(OF_THE_BODY, organization).forEach(id -> posts.putIfAbsent(id, post(id, organization)));
    for (Organization unit : organizations.children(organization)) {
      holders(OF_UNITS, unit.code()).forEach(id -> posts.putIfAbsent(id, post(id, unit.code())));
    }
    posts.keySet().removeIf(id -> people.find(id).map(person -> !person.isActive()).orElse(false));
    Map<String, String> names = people.names(posts.keySet());
    List<Owner> owners = new ArrayList<>();
    posts.forEach((id, post) -> owners.add(new Owner(id, names.get(id) + "　" + post)));
    return owners;
  }

  private Stream<String> holders(List<Role> roles, String organization) {
    return roles.stream().flatMap(role -> organizations.holders(role, organization).stream());
  }

  private String post(String person, String organization) {
    return organizations.positionsOf(person).stream()
        .filter(position -> position.organization().equals(organization))
        .map(Position::title)
        .distinct()
        .collect(Collectors.joining("、"));
  }
}
