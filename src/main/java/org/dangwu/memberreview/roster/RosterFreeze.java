package org.dangwu.memberreview.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dangwu.lifemeeting.HeldLifeMeetings;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first snapshot of a roster from the members registered with a branch (B06, E30). */
@Component
class RosterFreeze {

  private final Organizations organizations;
  private final People people;
  private final HeldLifeMeetings meetings;
  private final RosterTable table;
  private final RosterBook book;
  private final Clock clock;

  RosterFreeze(
      Organizations organizations,
      People people,
      HeldLifeMeetings meetings,
      RosterTable table,
      RosterBook book,
      Clock clock) {
    this.organizations = organizations;
    this.people = people;
    this.meetings = meetings;
    this.table = table;
    this.book = book;
    this.clock = clock;
  }

  /** A repeated call keeps what was frozen first. */
  @Transactional
  void freeze(String caseId, String branch, int year, boolean leadersExcluded) {
    if (book.version(caseId) > 0) {
      return;
    }
    Set<String> attended = meetings.attendedBy(year);
    List<Ranked> ranked =
        registered(branch).stream()
            .map(person -> rank(person, branch))
            .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(one -> one.person().id()))
            .toList();
    int order = 0;
    for (Ranked one : ranked) {
      order++;
      Person person = one.person();
      add(caseId, one, order, standing(person, attended.contains(person.id()), leadersExcluded));
    }
  }

  /** Members whose relation the branch or one of its groups keeps today. */
  List<Person> registered(String branch) {
    return Stream.concat(
            Stream.of(branch),
            organizations.children(branch).stream()
                .filter(child -> child.kind() == OrganizationKind.MEMBER_GROUP)
                .map(Organization::code))
        .flatMap(code -> people.membersOf(code).stream())
        .filter(person -> person.membership().isMember())
        .toList();
  }

  Standing standing(Person person, boolean attendedMeeting, boolean leadersExcluded) {
    return Standing.of(person.membership(), LocalDate.now(clock), attendedMeeting, leadersExcluded);
  }

  private void add(String caseId, Ranked one, int order, Standing standing) {
    book.add(
        new RosterRow(
            caseId,
            one.person().id(),
            1,
            one.person().name(),
            order,
            one.leader(),
            standing,
            RosterPhase.START,
            RosterChangeKind.NONE,
            table.decide(standing, RosterPhase.START, RosterChangeKind.NONE)));
  }

  /** Leading cadres first, then the branch's own officers: they begin the mutual review (B09). */
  private Ranked rank(Person person, String branch) {
    int rank =
        organizations.positionsOf(person.id()).stream()
            .mapToInt(position -> rank(position, branch))
            .min()
            .orElse(Ranked.ORDINARY);
    return new Ranked(person, rank);
  }

  private static int rank(Position position, String branch) {
    boolean own = position.organization().equals(branch);
    Role role = position.role();
    if (role.isInLeadingBody()) {
      return Math.min(position.rank(), 99);
    }
    if (own && role == Role.SECRETARY) {
      return 100;
    }
    if (own && role == Role.COMMITTEE) {
      return 200 + Math.min(position.rank(), 99);
    }
    return Ranked.ORDINARY;
  }

  private record Ranked(Person person, int rank) {

    private static final int ORDINARY = 300;

    boolean leader() {
      return rank < ORDINARY;
    }
  }
}
