package org.dangwu.publication;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.dangwu.publication.Readership.Circle;
import org.dangwu.publication.Readership.Part;
import org.springframework.stereotype.Component;

/** Finds who reads what, and who is told of it. */
@Component
public class Readers {

  private static final List<Role> ANSWERING = List.of(Role.PRINCIPAL, Role.SECRETARY, Role.OFFICE);
  private static final Set<Role> LEADING =
      Set.of(Role.PRINCIPAL, Role.DEPUTY, Role.MEMBER, Role.HEAD, Role.SECRETARY, Role.COMMITTEE);

  private final Organizations organizations;
  private final People people;

  Readers(Organizations organizations, People people) {
    this.organizations = organizations;
    this.people = people;
  }

  /**
   * Whom a message goes to: of those inside an organisation its own people, and in each below it
   * those who answer for it. What everybody may read is sent to nobody.
   *
   * @return user ids
   */
  public Set<String> told(Readership readership) {
    Set<String> told = new LinkedHashSet<>();
    for (Part part : readership.parts()) {
      switch (part.circle()) {
        case INSIDE -> inside(part.organization(), told);
        case LEADERS ->
            LEADING.stream()
                .sorted()
                .forEach(role -> told.addAll(organizations.holders(role, part.organization())));
        case EVERYBODY -> {
          // it stands on the page
        }
      }
    }
    return told;
  }

  private void inside(String body, Set<String> told) {
    for (Role role : Role.values()) {
      if (role != Role.PARTY_MEMBER) {
        told.addAll(organizations.holders(role, body));
      }
    }
    people.membersOf(body).stream().map(Person::id).forEach(told::add);
    for (Organization below : organizations.below(body)) {
      ANSWERING.forEach(role -> told.addAll(organizations.holders(role, below.code())));
    }
  }

  /** The parts of readerships to which a person belongs today. */
  Set<String> keysOf(String user) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(new Part(Circle.EVERYBODY, "*").key());
    for (Organization own : organizations.organizationsOf(user)) {
      keys.add(new Part(Circle.INSIDE, own.code()).key());
      organizations.superiors(own.code()).stream()
          .map(above -> new Part(Circle.INSIDE, above.code()).key())
          .forEach(keys::add);
      if (organizations.rolesOf(user, own.code()).stream().anyMatch(LEADING::contains)) {
        keys.add(new Part(Circle.LEADERS, own.code()).key());
      }
    }
    return keys;
  }
}
