package org.dangwu.organization.account;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the engine's users, groups, memberships and tenants agree with the roster. Groups that do
 * not come from the roster, such as the operators' group, are never touched.
 */
@Component
public class RosterAccounts {

  private static final int CHUNK = 500;

  private final IdentityService identity;
  private final Unrestricted unrestricted;
  private final Organizations organizations;
  private final People people;
  private final JdbcClient jdbc;
  private final Clock clock;

  RosterAccounts(
      IdentityService identity,
      Unrestricted unrestricted,
      Organizations organizations,
      People people,
      JdbcClient jdbc,
      Clock clock) {
    this.identity = identity;
    this.unrestricted = unrestricted;
    this.organizations = organizations;
    this.people = people;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The ids among these that the engine already knows as users. */
  public Set<String> existing(Collection<String> ids) {
    return unrestricted.call(
        () -> {
          Set<String> found = new HashSet<>();
          for (List<String> chunk : chunks(ids)) {
            identity
                .createUserQuery()
                .userIdIn(chunk.toArray(String[]::new))
                .unlimitedList()
                .forEach(user -> found.add(user.getId()));
          }
          return found;
        });
  }

  /** Brings the names of tenants and of existing role groups in line; dissolved units lose both. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void synchronizeUnits(Collection<Organization> units) {
    unrestricted.run(() -> units.forEach(this::synchronizeUnit));
  }

  /**
   * Gives each person account, groups and tenants as of today, or takes the account away from who
   * has left.
   *
   * @param progress told after every few hundred people how many are done
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void synchronizePeople(Collection<String> ids, IntConsumer progress) {
    unrestricted.run(
        () -> {
          Grants grants = new Grants(organizations.all(), LocalDate.now(clock));
          KnownGroups groups = new KnownGroups(grants);
          int done = 0;
          for (List<String> chunk : chunks(ids)) {
            synchronizeChunk(chunk, grants, groups);
            done += chunk.size();
            progress.accept(done);
          }
        });
  }

  private void synchronizeUnit(Organization unit) {
    for (Role role : Role.values()) {
      Group group = identity.createGroupQuery().groupId(role.group(unit.code())).singleResult();
      if (group != null && !unit.active()) {
        identity.deleteGroup(group.getId());
      } else if (group != null && !group.getName().equals(groupName(unit, role))) {
        group.setName(groupName(unit, role));
        identity.saveGroup(group);
      }
    }
    Tenant tenant = identity.createTenantQuery().tenantId(unit.code()).singleResult();
    if (unit.kind().isTenant() && unit.active()) {
      Tenant wanted = tenant == null ? identity.newTenant(unit.code()) : tenant;
      wanted.setName(unit.name());
      identity.saveTenant(wanted);
    } else if (tenant != null && !unit.active()) {
      identity.deleteTenant(unit.code());
    }
  }

  private void synchronizeChunk(List<String> ids, Grants grants, KnownGroups groups) {
    Set<String> accounts = existing(ids);
    Map<String, List<Position>> positions = positionsOf(ids);
    for (Person person : people.findAll(ids)) {
      if (!person.isActive()) {
        if (accounts.contains(person.id())) {
          identity.deleteUser(person.id());
        }
        continue;
      }
      boolean known = accounts.contains(person.id());
      saveUser(person, known);
      List<Position> held = positions.getOrDefault(person.id(), List.of());
      synchronizeGroups(person, known, grants.groups(person, held), groups);
      synchronizeTenants(person, known, grants);
    }
    markGranted(ids);
  }

  private void saveUser(Person person, boolean known) {
    User user =
        known
            ? identity.createUserQuery().userId(person.id()).singleResult()
            : identity.newUser(person.id());
    String email = person.mailAddress().orElse("");
    if (known
        && person.name().equals(user.getFirstName())
        && email.equals(user.getEmail() == null ? "" : user.getEmail())) {
      return;
    }
    // Chinese names are not split; the webapps show first and last name side by side.
    user.setFirstName(person.name());
    user.setLastName("");
    user.setEmail(email);
    identity.saveUser(user);
  }

  private void synchronizeGroups(
      Person person, boolean known, Set<String> wanted, KnownGroups groups) {
    Set<String> present =
        known
            ? identity.createGroupQuery().groupMember(person.id()).unlimitedList().stream()
                .map(Group::getId)
                .filter(RosterAccounts::comesFromRoster)
                .collect(Collectors.toSet())
            : Set.of();
    for (String group : wanted) {
      if (!present.contains(group)) {
        groups.ensure(group);
        identity.createMembership(person.id(), group);
      }
    }
    for (String group : present) {
      if (!wanted.contains(group)) {
        identity.deleteMembership(person.id(), group);
      }
    }
  }

  private void synchronizeTenants(Person person, boolean known, Grants grants) {
    Set<String> wanted = grants.tenants(person);
    Set<String> present =
        known
            ? identity.createTenantQuery().userMember(person.id()).unlimitedList().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet())
            : Set.of();
    for (String tenant : wanted) {
      if (!present.contains(tenant)) {
        identity.createTenantUserMembership(tenant, person.id());
      }
    }
    for (String tenant : present) {
      if (!wanted.contains(tenant)) {
        identity.deleteTenantUserMembership(tenant, person.id());
      }
    }
  }

  private Map<String, List<Position>> positionsOf(List<String> ids) {
    return jdbc
        .sql(
            "select person_id, organization, role, title, position_rank, term_from, term_to from"
                + " organization_position where person_id in (:ids) and term_from <= :today and"
                + " (term_to is null or term_to >= :today)")
        .param("ids", ids)
        .param("today", LocalDate.now(clock))
        .query(
            (row, number) -> {
              Date to = row.getDate("term_to");
              return new Position(
                  row.getString("person_id"),
                  row.getString("organization"),
                  Role.valueOf(row.getString("role")),
                  row.getString("title"),
                  row.getInt("position_rank"),
                  row.getDate("term_from").toLocalDate(),
                  to == null ? null : to.toLocalDate());
            })
        .list()
        .stream()
        .collect(Collectors.groupingBy(Position::personId));
  }

  private void markGranted(List<String> ids) {
    for (boolean granted : new boolean[] {true, false}) {
      jdbc.sql(
              "update organization_position set granted = :granted where person_id in (:ids) and"
                  + " granted <> :granted and "
                  + (granted ? "" : "not ")
                  + "(term_from <= :today and (term_to is null or term_to >= :today))")
          .param("granted", granted)
          .param("ids", ids)
          .param("today", LocalDate.now(clock))
          .update();
    }
  }

  private static List<List<String>> chunks(Collection<String> ids) {
    List<String> all = List.copyOf(ids);
    List<List<String>> chunks = new ArrayList<>();
    for (int start = 0; start < all.size(); start += CHUNK) {
      chunks.add(all.subList(start, Math.min(start + CHUNK, all.size())));
    }
    return chunks;
  }

  /** True for role groups; all others belong to the operators. */
  static boolean comesFromRoster(String group) {
    int dash = group.indexOf('-');
    return dash > 0 && Role.ofId(group.substring(0, dash)).isPresent();
  }

  private static String groupName(Organization unit, Role role) {
    return unit.name() + "·" + role.label();
  }

  /** Creates a role group when the first person gets it. */
  private final class KnownGroups {

    private final Grants grants;
    private final Set<String> ensured = new HashSet<>();

    KnownGroups(Grants grants) {
      this.grants = grants;
    }

    void ensure(String id) {
      if (ensured.add(id) && identity.createGroupQuery().groupId(id).count() == 0) {
        int dash = id.indexOf('-');
        Role role = Role.ofId(id.substring(0, dash)).orElseThrow();
        Group group = identity.newGroup(id);
        group.setName(groupName(grants.unit(id.substring(dash + 1)), role));
        group.setType("ROSTER");
        identity.saveGroup(group);
      }
    }
  }

  /** Works out who belongs to which groups and tenants. */
  private static final class Grants {

    private final Map<String, Organization> units = new HashMap<>();
    private final Map<String, Set<String>> tenantsBelow = new HashMap<>();
    private final Map<String, Set<String>> tenantsOfPerson = new HashMap<>();
    private final LocalDate today;

    Grants(List<Organization> active, LocalDate today) {
      this.today = today;
      active.forEach(unit -> units.put(unit.code(), unit));
      for (Organization unit : active) {
        if (unit.kind().isTenant()) {
          for (String above : unit.path().split("/")) {
            tenantsBelow.computeIfAbsent(above, code -> new LinkedHashSet<>()).add(unit.code());
          }
        }
      }
    }

    Organization unit(String code) {
      return units.get(code);
    }

    Set<String> groups(Person person, List<Position> held) {
      Set<String> groups = new LinkedHashSet<>();
      Set<String> tenants = new LinkedHashSet<>();
      Organization relation = units.get(person.membership().organization());
      if (relation != null) {
        tenants.add(relation.tenant());
        if (person.membership().isMember()) {
          groups.add(Role.PARTY_MEMBER.group(relation.code()));
        }
      }
      for (Position position : held) {
        Organization unit = units.get(position.organization());
        if (unit != null && position.isHeldOn(today)) {
          groups.add(position.role().group(unit.code()));
          tenants.add(unit.tenant());
          tenants.addAll(overseenBy(unit));
        }
      }
      tenantsOfPerson.put(person.id(), tenants);
      return groups;
    }

    Set<String> tenants(Person person) {
      return tenantsOfPerson.remove(person.id());
    }

    /** Committees oversee what is below them; their departments what is below the committee. */
    private Set<String> overseenBy(Organization unit) {
      if (unit.kind().isTenant()) {
        return tenantsBelow.getOrDefault(unit.code(), Set.of());
      }
      if (unit.superiorCode() != null
          && (unit.kind() == OrganizationKind.ORGANIZATION_DEPARTMENT
              || unit.kind() == OrganizationKind.DISCIPLINE_COMMISSION)) {
        return tenantsBelow.getOrDefault(unit.superiorCode(), Set.of());
      }
      return Set.of();
    }
  }
}
