package org.dangwu.organization.account;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.InitialPasswordIssued;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives people their first password (初始密码). It is random, returned once and kept nowhere but as a
 * digest; everybody must replace it at the next login.
 */
@Component
public class FirstPasswords {

  /** Without characters that are mistaken for one another on paper. */
  private static final String LOWER = "abcdefghjkmnpqrstuvwxyz";

  private static final String UPPER = "ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final String DIGITS = "23456789";
  private static final String SIGNS = "#@+=";
  private static final int LENGTH = 12;

  private final IdentityService identity;
  private final Unrestricted unrestricted;
  private final Organizations organizations;
  private final People people;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  FirstPasswords(
      IdentityService identity,
      Unrestricted unrestricted,
      Organizations organizations,
      People people,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.identity = identity;
    this.unrestricted = unrestricted;
    this.organizations = organizations;
    this.people = people;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Somebody of the organisation.
   *
   * @param hasPassword already has one, given or own
   * @param technical belongs to a group of the system, so that only operators may reset it
   */
  public record Candidate(Person person, boolean hasPassword, boolean technical) {}

  /** A password that is shown once. */
  public record Issued(String userId, String name, String password) {}

  /** Those who hold a post in the organisation or have their relation there. */
  public List<Candidate> candidates(String organization) {
    Set<String> ids = new LinkedHashSet<>();
    for (Role role : Role.values()) {
      ids.addAll(organizations.holders(role, organization));
    }
    people.membersOf(organization).forEach(person -> ids.add(person.id()));
    return unrestricted.call(
        () -> {
          Map<String, Person> byId = new java.util.LinkedHashMap<>();
          people.findAll(ids).forEach(person -> byId.put(person.id(), person));
          List<Candidate> candidates = new ArrayList<>();
          for (String id : ids) {
            User user = identity.createUserQuery().userId(id).singleResult();
            if (user != null) {
              candidates.add(
                  new Candidate(byId.get(id), user.getPassword() != null, technical(id)));
            }
          }
          return candidates;
        });
  }

  /**
   * Sets new passwords for the chosen people of the organisation.
   *
   * @param operator whether the issuer may also reset accounts of the system's groups
   * @return what to hand out; people outside the organisation are left out
   */
  @Transactional
  public List<Issued> issue(
      String organization, List<String> chosen, String issuer, boolean operator) {
    Set<String> wanted = new HashSet<>(chosen);
    List<Issued> issued = new ArrayList<>();
    for (Candidate candidate : candidates(organization)) {
      String id = candidate.person().id();
      if (!wanted.contains(id) || (candidate.technical() && !operator)) {
        continue;
      }
      String password = password();
      unrestricted.run(
          () -> {
            User user = identity.createUserQuery().userId(id).singleResult();
            user.setPassword(password);
            identity.saveUser(user);
            identity.unlockUser(id);
          });
      jdbc.sql(
              "insert into organization_password_issue (id, user_id, issued_by, issued_at) values"
                  + " (?, ?, ?, ?)")
          .params(UUID.randomUUID().toString(), id, issuer, Timestamp.from(clock.instant()))
          .update();
      events.publishEvent(new InitialPasswordIssued(id));
      issued.add(new Issued(id, candidate.person().name(), password));
    }
    return issued;
  }

  private boolean technical(String user) {
    return identity.createGroupQuery().groupMember(user).unlimitedList().stream()
        .map(Group::getId)
        .anyMatch(group -> !RosterAccounts.comesFromRoster(group));
  }

  private String password() {
    StringBuilder password = new StringBuilder();
    password.append(pick(UPPER)).append(pick(LOWER)).append(pick(DIGITS)).append(pick(SIGNS));
    String all = LOWER + UPPER + DIGITS;
    while (password.length() < LENGTH) {
      password.append(pick(all));
    }
    for (int i = password.length() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      char swapped = password.charAt(i);
      password.setCharAt(i, password.charAt(other));
      password.setCharAt(other, swapped);
    }
    return password.toString();
  }

  private char pick(String characters) {
    return characters.charAt(random.nextInt(characters.length()));
  }
}
