package org.dangwu.memberreview.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dangwu.ballot.Ballots;
import org.dangwu.lifemeeting.HeldLifeMeetings;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies changes to a roster: each makes a new snapshot and is kept with the day and its ground
 * (E15, E16, E19, E21, E23).
 */
@Component("reviewRosterChanges")
class RosterChanges {

  private final RosterBook book;
  private final RosterTable table;
  private final RosterFreeze register;
  private final People people;
  private final HeldLifeMeetings meetings;
  private final Ballots ballots;
  private final JdbcClient jdbc;
  private final Clock clock;

  RosterChanges(
      RosterBook book,
      RosterTable table,
      RosterFreeze register,
      People people,
      HeldLifeMeetings meetings,
      Ballots ballots,
      JdbcClient jdbc,
      Clock clock) {
    this.book = book;
    this.table = table;
    this.register = register;
    this.people = people;
    this.meetings = meetings;
    this.ballots = ballots;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Who votes and who is voted on is fixed from the moment the ballots are prepared. */
  RosterPhase phase(String caseId) {
    return ballots.ofCase(caseId).isEmpty() ? RosterPhase.BEFORE_BALLOT : RosterPhase.AFTER_BALLOT;
  }

  /** The member as the change leaves him. */
  @Transactional
  RosterRow apply(RosterRequest request, int year) {
    RosterPhase phase = phase(request.caseId());
    Optional<RosterRow> before = book.newest(request.caseId(), request.personId());
    RosterRow row =
        request.kind() == RosterChangeKind.JOINED
            ? joined(request, year, phase, before)
            : changed(request, before.orElseThrow(), phase);
    book.add(row);
    record(row, request.effectiveOn(), request.reference(), request.requestedBy());
    return row;
  }

  /** A snapshot in which nothing changed but who is counted as due (D06). */
  @Transactional
  void countedOut(String caseId, String personId, LocalDate day, String reference, String user) {
    RosterRow before = book.newest(caseId, personId).orElseThrow();
    RosterRow row =
        new RosterRow(
            caseId,
            personId,
            book.version(caseId) + 1,
            before.name(),
            before.order(),
            before.leader(),
            before.standing(),
            phase(caseId),
            RosterChangeKind.DUE_EXCLUDED,
            before.verdict());
    book.add(row);
    record(row, day, reference, user);
  }

  List<RecordedChange> of(String caseId) {
    return jdbc.sql(
            "select c.*, r.person_name, r.reason from memberreview_roster_change c join"
                + " memberreview_roster r on r.case_id = c.case_id and r.snapshot = c.snapshot and"
                + " r.person_id = c.person_id where c.case_id = ? order by c.snapshot")
        .param(caseId)
        .query(
            (row, n) ->
                new RecordedChange(
                    row.getInt("snapshot"),
                    row.getString("person_name"),
                    RosterChangeKind.valueOf(row.getString("change_kind")).label(),
                    row.getObject("effective_on", LocalDate.class),
                    row.getString("reference"),
                    row.getString("reason")))
        .list();
  }

  private RosterRow joined(
      RosterRequest request, int year, RosterPhase phase, Optional<RosterRow> before) {
    Person person = people.find(request.personId()).orElseThrow();
    boolean leadersExcluded =
        book.newest(request.caseId()).stream().anyMatch(row -> row.standing().leadersExcluded());
    Set<String> attended = leadersExcluded ? meetings.attendedBy(year) : Set.of();
    Standing standing = register.standing(person, attended.contains(person.id()), leadersExcluded);
    int last = book.newest(request.caseId()).stream().mapToInt(RosterRow::order).max().orElse(0);
    return new RosterRow(
        request.caseId(),
        person.id(),
        book.version(request.caseId()) + 1,
        person.name(),
        before.map(RosterRow::order).orElse(last + 1),
        before.map(RosterRow::leader).orElse(false),
        standing,
        phase,
        request.kind(),
        table.decide(standing, phase, request.kind()));
  }

  private RosterRow changed(RosterRequest request, RosterRow before, RosterPhase phase) {
    Standing standing = before.standing().after(request.kind());
    return new RosterRow(
        request.caseId(),
        before.personId(),
        book.version(request.caseId()) + 1,
        before.name(),
        before.order(),
        before.leader(),
        standing,
        phase,
        request.kind(),
        table.decide(standing, phase, request.kind()));
  }

  private void record(RosterRow row, LocalDate effectiveOn, String reference, String user) {
    jdbc.sql(
            "insert into memberreview_roster_change (case_id, snapshot, person_id, change_kind,"
                + " effective_on, reference, phase, decided_by, recorded_at) values (?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?)")
        .params(
            row.caseId(),
            row.snapshot(),
            row.personId(),
            row.change().name(),
            effectiveOn,
            reference,
            row.phase().name(),
            user,
            OffsetDateTime.now(clock))
        .update();
  }

  /**
   * A change on record, for reading.
   *
   * @param snapshot number of the snapshot that it made
   * @param outcome what the table made of it
   */
  record RecordedChange(
      int snapshot,
      String name,
      String kind,
      LocalDate effectiveOn,
      String reference,
      String outcome) {}
}
