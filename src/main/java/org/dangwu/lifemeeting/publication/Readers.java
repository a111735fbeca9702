package org.dangwu.lifemeeting.publication;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;

/**
 * To whom a notice goes (A30: 向下级或者在单位内部通报): the body's own people, and in each organisation below
 * it those who answer for it.
 */
@Component
class Readers {

  private static final List<Role> BELOW = List.of(Role.PRINCIPAL, Role.SECRETARY, Role.OFFICE);

  private final Organizations organizations;
  private final People people;

  Readers(Organizations organizations, People people) {
    this.organizations = organizations;
    this.people = people;
  }

  /** User ids, the body's own people first. */
  Set<String> of(String body) {
    Set<String> readers = new LinkedHashSet<>();
    for (Role role : Role.values()) {
      if (role != Role.PARTY_MEMBER) {
        readers.addAll(organizations.holders(role, body));
      }
    }
    people.membersOf(body).stream().map(Person::id).forEach(readers::add);
    for (Organization below : organizations.below(body)) {
      BELOW.forEach(role -> readers.addAll(organizations.holders(role, below.code())));
    }
    return readers;
  }

  /** The organisations whose notices a person may read: his own and all above them. */
  Set<String> sources(String user) {
    Set<String> sources = new LinkedHashSet<>();
    organizations.organizationsOf(user).stream()
        .flatMap(own -> Stream.concat(Stream.of(own), organizations.superiors(own.code()).stream()))
        .map(Organization::code)
        .forEach(sources::add);
    return sources;
  }
}
