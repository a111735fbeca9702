package org.dangwu.organization.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dangwu.organization.Membership;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Person;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.dangwu.organization.Sanction;
import org.dangwu.organization.roster.RosterPlan.Leaver;
import org.dangwu.organization.roster.RosterRows.PersonRow;
import org.dangwu.organization.roster.RosterRows.PositionRow;
import org.dangwu.organization.roster.RosterState.StoredPosition;

/**
 * Holds the rows of a workbook against the present roster and against each other. What comes out is
 * either errors or a plan that can be written as it is.
 */
final class RosterCheck {

  private static final Set<Role> FOR_MEMBERS_ONLY =
      Set.of(
          Role.PRINCIPAL,
          Role.DEPUTY,
          Role.MEMBER,
          Role.SECRETARY,
          Role.COMMITTEE,
          Role.GROUP_LEADER);

  private final RosterState state;
  private final RosterRows rows;
  private final Set<String> systemAccounts;
  private final LocalDate today;
  private final Findings findings;
  private final RosterPlan plan = new RosterPlan();

  /** The tree as it will be, all units that are or will be active. */
  private Map<String, Organization> units = Map.of();

  private final Map<String, Person> people = new HashMap<>();

  /**
   * @param systemAccounts user ids of the workbook that the engine knows but the roster does not
   */
  RosterCheck(
      RosterState state,
      RosterRows rows,
      Set<String> systemAccounts,
      LocalDate today,
      Findings findings) {
    this.state = state;
    this.rows = rows;
    this.systemAccounts = systemAccounts;
    this.today = today;
    this.findings = findings;
  }

  RosterPlan run() {
    units = new UnitCheck(state.units, rows, findings, plan).run();
    checkPeople();
    checkPositions();
    checkDissolvedAreEmpty();
    return plan;
  }

  private void checkPeople() {
    state.people.values().stream()
        .filter(Person::isActive)
        .forEach(person -> people.put(person.id(), person));
    Map<String, String> spelling = new HashMap<>();
    state.people.keySet().forEach(id -> spelling.put(id.toLowerCase(Locale.ROOT), id));
    Set<String> listed = new HashSet<>();
    for (PersonRow row : rows.people) {
      String folded = row.id().toLowerCase(Locale.ROOT);
      listed.add(folded);
      String known = spelling.putIfAbsent(folded, row.id());
      if (known != null && !known.equals(row.id())) {
        error(RosterSheet.PEOPLE, row.row(), "人员编号", "person-other-case", row.id(), known);
      } else if (systemAccounts.contains(row.id())) {
        error(RosterSheet.PEOPLE, row.row(), "人员编号", "person-is-system-account", row.id());
      } else if (row.leaving() != null) {
        leave(row);
      } else {
        stay(row);
      }
    }
    long unlisted =
        state.people.values().stream()
            .filter(Person::isActive)
            .filter(person -> !listed.contains(person.id().toLowerCase(Locale.ROOT)))
            .count();
    if (unlisted > 0) {
      findings.note(RosterSheet.PEOPLE, null, null, "people-unlisted", unlisted);
    }
  }

  private void leave(PersonRow row) {
    Person present = people.get(row.id());
    if (present == null) {
      error(RosterSheet.PEOPLE, row.row(), "变动", "leaver-unknown", row.id());
      return;
    }
    if (!present.name().equals(row.name())) {
      error(
          RosterSheet.PEOPLE,
          row.row(),
          "姓名",
          "name-differs",
          row.id(),
          present.name(),
          row.name());
      return;
    }
    LocalDate on = row.leavingOn() == null ? today : row.leavingOn();
    if (on.isAfter(today)) {
      error(RosterSheet.PEOPLE, row.row(), "变动日期", "leaving-in-future");
      return;
    }
    people.remove(row.id());
    plan.peopleLeft.add(
        new Leaver(
            new Person(
                present.id(),
                present.name(),
                present.gender(),
                present.email(),
                present.phone(),
                present.membership(),
                on),
            row.leaving()));
    findings.note(
        RosterSheet.PEOPLE, row.row(), "变动", "person-leaves", present.name(), row.leaving());
  }

  private void stay(PersonRow row) {
    boolean sound = checkMembership(row);
    Organization unit = units.get(row.organization());
    if (unit == null && rows.brokenUnits.contains(row.organization())) {
      sound = false;
    } else if (unit == null) {
      error(RosterSheet.PEOPLE, row.row(), "所在组织编码", "organization-unknown", row.organization());
      sound = false;
    } else if (row.status() != MembershipStatus.NONE && !unit.kind().keepsMembers()) {
      error(
          RosterSheet.PEOPLE,
          row.row(),
          "所在组织编码",
          "organization-keeps-no-members",
          unit.name(),
          unit.kind().label());
      sound = false;
    }
    Person wanted = person(row);
    Person present = state.people.get(row.id());
    people.put(row.id(), wanted);
    if (!sound) {
      return;
    }
    if (present == null) {
      plan.peopleAdded.add(wanted);
    } else if (!present.isActive()) {
      plan.peopleReturned.add(wanted);
      findings.note(RosterSheet.PEOPLE, row.row(), null, "person-returns", wanted.name());
    } else if (!present.equals(wanted)) {
      plan.peopleChanged.add(wanted);
      if (!present.name().equals(wanted.name())) {
        findings.note(
            RosterSheet.PEOPLE,
            row.row(),
            "姓名",
            "person-renamed",
            wanted.id(),
            present.name(),
            wanted.name());
      }
      if (!present.membership().organization().equals(row.organization())) {
        findings.note(
            RosterSheet.PEOPLE,
            row.row(),
            "所在组织编码",
            "person-moves",
            wanted.name(),
            nameOf(present.membership().organization()),
            nameOf(row.organization()));
      }
    }
  }

  private boolean checkMembership(PersonRow row) {
    boolean sound = true;
    boolean mayVote =
        row.status() == MembershipStatus.FORMAL
            && row.sanction() != Sanction.PROBATION_WITHIN_PARTY;
    if (Boolean.TRUE.equals(row.voting()) && !mayVote) {
      error(RosterSheet.PEOPLE, row.row(), "表决权", "no-voting-right");
      sound = false;
    }
    if (row.sanction() != Sanction.NONE && row.status() == MembershipStatus.NONE) {
      error(RosterSheet.PEOPLE, row.row(), "党纪处分", "sanction-of-non-member");
      sound = false;
    }
    if (row.sanctionUntil() != null && row.sanction() == Sanction.NONE) {
      error(RosterSheet.PEOPLE, row.row(), "处分期满日期", "sanction-date-alone");
      sound = false;
    }
    if (row.joinedOn() != null && row.status() == MembershipStatus.NONE) {
      error(RosterSheet.PEOPLE, row.row(), "入党日期", "joined-but-no-member");
      sound = false;
    }
    if (row.joinedOn() != null && row.joinedOn().isAfter(today)) {
      error(RosterSheet.PEOPLE, row.row(), "入党日期", "joined-in-future");
      sound = false;
    }
    return sound;
  }

  private static Person person(PersonRow row) {
    boolean mayVote =
        row.status() == MembershipStatus.FORMAL
            && row.sanction() != Sanction.PROBATION_WITHIN_PARTY;
    return new Person(
        row.id(),
        row.name(),
        row.gender(),
        row.email(),
        row.phone(),
        new Membership(
            row.status(),
            row.organization(),
            row.relation(),
            row.joinedOn(),
            row.voting() == null ? mayVote : row.voting(),
            row.mobility(),
            row.sanction(),
            row.sanctionUntil(),
            row.circumstance(),
            row.investigated()),
        null);
  }

  private void checkPositions() {
    Map<String, StoredPosition> open = new LinkedHashMap<>();
    Map<String, StoredPosition> ended = new HashMap<>();
    for (StoredPosition stored : state.positions) {
      if (stored.position().to() == null || !stored.position().to().isBefore(today)) {
        open.put(key(stored.position()), stored);
      } else {
        ended.put(key(stored.position()) + "|" + stored.position().from(), stored);
      }
    }
    Map<String, LocalDate> leavingOn = new HashMap<>();
    plan.peopleLeft.forEach(
        leaver -> leavingOn.put(leaver.person().id(), leaver.person().leftOn()));
    Map<String, Integer> firstRow = new HashMap<>();
    List<Numbered> resulting = new ArrayList<>();
    for (PositionRow row : rows.positions) {
      String key = row.personId() + "|" + row.organization() + "|" + row.role();
      Integer earlier = firstRow.putIfAbsent(key, row.row());
      if (earlier != null) {
        error(RosterSheet.POSITIONS, row.row(), "角色", "position-twice", earlier);
      } else if (row.ended()) {
        end(row, open.remove(key), leavingOn.get(row.personId()));
      } else if (checkPosition(row)) {
        Position wanted =
            new Position(
                row.personId(),
                row.organization(),
                row.role(),
                row.title(),
                row.rank(),
                row.from(),
                row.to());
        resulting.add(new Numbered(row.row(), wanted));
        hold(wanted, open.remove(key), ended.get(key + "|" + row.from()));
      }
    }
    open.values()
        .forEach(
            stored -> {
              LocalDate on = leavingOn.get(stored.position().personId());
              if (on == null) {
                resulting.add(new Numbered(null, stored.position()));
              } else {
                plan.positionsEnded.add(endedOn(stored, on));
              }
            });
    checkLeadingBodies(resulting);
    checkDissolvedHoldNobody(resulting);
  }

  private record Numbered(Integer row, Position position) {}

  private boolean checkPosition(PositionRow row) {
    boolean sound = true;
    Person person = people.get(row.personId());
    if (person == null && rows.brokenPeople.contains(row.personId())) {
      sound = false;
    } else if (person == null) {
      error(RosterSheet.POSITIONS, row.row(), "人员编号", "person-unknown", row.personId());
      sound = false;
    } else {
      if (row.personName() != null && !row.personName().equals(person.name())) {
        error(
            RosterSheet.POSITIONS,
            row.row(),
            "姓名",
            "name-differs",
            row.personId(),
            person.name(),
            row.personName());
        sound = false;
      }
      if (!person.membership().isMember() && FOR_MEMBERS_ONLY.contains(row.role())) {
        error(
            RosterSheet.POSITIONS,
            row.row(),
            "角色",
            "role-needs-member",
            person.name(),
            row.role().label());
        sound = false;
      }
    }
    Organization unit = units.get(row.organization());
    if (unit == null && rows.brokenUnits.contains(row.organization())) {
      return false;
    }
    if (unit == null) {
      error(RosterSheet.POSITIONS, row.row(), "组织编码", "organization-unknown", row.organization());
      return false;
    }
    if (row.role().isInLeadingBody() && !unit.kind().hasLeadingBody()) {
      error(
          RosterSheet.POSITIONS,
          row.row(),
          "角色",
          "role-needs-leading-body",
          unit.kind().label(),
          row.role().label());
      sound = false;
    }
    if (row.role() == Role.CLERK && unit.superiorCode() != null) {
      error(RosterSheet.POSITIONS, row.row(), "组织编码", "clerk-not-at-top");
      sound = false;
    }
    return sound;
  }

  private void hold(Position wanted, StoredPosition present, StoredPosition earlierTerm) {
    if (present != null) {
      if (!present.position().equals(wanted)) {
        plan.positionsChanged.add(new StoredPosition(present.id(), wanted));
      }
    } else if (earlierTerm != null) {
      plan.positionsChanged.add(new StoredPosition(earlierTerm.id(), wanted));
    } else {
      plan.positionsAdded.add(new StoredPosition(UUID.randomUUID().toString(), wanted));
    }
  }

  private void end(PositionRow row, StoredPosition present, LocalDate leavingOn) {
    if (present == null) {
      error(RosterSheet.POSITIONS, row.row(), "变动", "position-not-held");
      return;
    }
    LocalDate last =
        row.to() != null ? row.to() : Objects.requireNonNullElse(leavingOn, today.minusDays(1));
    if (last.isAfter(today)) {
      error(RosterSheet.POSITIONS, row.row(), "任期结束", "ending-in-future");
      return;
    }
    plan.positionsEnded.add(endedOn(present, last));
  }

  /** A position that ends today still counts today; who is marked as gone must not. */
  private StoredPosition endedOn(StoredPosition stored, LocalDate day) {
    Position held = stored.position();
    LocalDate last = day.isBefore(today) ? day : today.minusDays(1);
    return new StoredPosition(
        stored.id(),
        new Position(
            held.personId(),
            held.organization(),
            held.role(),
            held.title(),
            held.rank(),
            last.isBefore(held.from()) ? last : held.from(),
            last));
  }

  private void checkLeadingBodies(List<Numbered> resulting) {
    Map<String, List<Numbered>> principals = new LinkedHashMap<>();
    Set<String> withBody = new HashSet<>();
    for (Numbered held : resulting) {
      if (held.position().role() == Role.PRINCIPAL) {
        principals
            .computeIfAbsent(held.position().organization(), code -> new ArrayList<>())
            .add(held);
      }
      if (held.position().role().isInLeadingBody() && held.position().isHeldOn(today)) {
        withBody.add(held.position().organization());
      }
    }
    principals.values().forEach(this::checkOnePrincipal);
    withBody.stream()
        .filter(
            code ->
                principals.getOrDefault(code, List.of()).stream()
                    .noneMatch(held -> held.position().isHeldOn(today)))
        .sorted()
        .forEach(
            code -> findings.note(RosterSheet.POSITIONS, null, "角色", "no-principal", nameOf(code)));
  }

  private void checkOnePrincipal(List<Numbered> principals) {
    principals.sort(
        Comparator.comparing((Numbered held) -> held.row() == null ? 0 : held.row())
            .thenComparing(held -> held.position().from()));
    for (int i = 0; i < principals.size(); i++) {
      for (int j = 0; j < i; j++) {
        Position one = principals.get(j).position();
        Position other = principals.get(i).position();
        if (overlap(one, other)) {
          error(
              RosterSheet.POSITIONS,
              principals.get(i).row(),
              "角色",
              "two-principals",
              nameOf(one.organization()),
              people.containsKey(one.personId())
                  ? people.get(one.personId()).name()
                  : one.personId());
          break;
        }
      }
    }
  }

  private static boolean overlap(Position one, Position other) {
    return (one.to() == null || !one.to().isBefore(other.from()))
        && (other.to() == null || !other.to().isBefore(one.from()));
  }

  private void checkDissolvedHoldNobody(List<Numbered> resulting) {
    Set<String> dissolved = dissolvedCodes();
    resulting.stream()
        .filter(held -> held.row() == null)
        .filter(held -> dissolved.contains(held.position().organization()))
        .map(held -> held.position().organization())
        .distinct()
        .forEach(code -> dissolvedError(code, "dissolved-has-positions"));
  }

  private void checkDissolvedAreEmpty() {
    Set<String> dissolved = dissolvedCodes();
    people.values().stream()
        .map(person -> person.membership().organization())
        .filter(dissolved::contains)
        .distinct()
        .forEach(code -> dissolvedError(code, "dissolved-has-people"));
  }

  private void dissolvedError(String code, String key) {
    rows.units.stream()
        .filter(row -> row.code().equals(code))
        .findFirst()
        .ifPresent(row -> error(RosterSheet.ORGANIZATIONS, row.row(), "变动", key, nameOf(code)));
  }

  private Set<String> dissolvedCodes() {
    Set<String> codes = new HashSet<>();
    plan.unitsDissolved.forEach(unit -> codes.add(unit.code()));
    return codes;
  }

  private String nameOf(String code) {
    Organization unit = units.getOrDefault(code, state.units.get(code));
    return unit == null ? code : unit.name();
  }

  private static String key(Position position) {
    return position.personId() + "|" + position.organization() + "|" + position.role();
  }

  private void error(
      RosterSheet sheet, Integer row, String column, String key, Object... arguments) {
    findings.error(sheet, row, column, key, arguments);
  }
}
