package org.dangwu.organization.roster;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.dangwu.organization.Membership;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Person;
import org.dangwu.organization.PersonLeft;
import org.dangwu.organization.Position;
import org.dangwu.organization.account.RosterAccounts;
import org.dangwu.organization.roster.RosterPlan.Leaver;
import org.dangwu.organization.roster.RosterState.StoredPosition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a plan inside the caller's transaction, the engine's accounts included. */
@Component
class RosterWriter {

  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;
  private final RosterAccounts accounts;
  private final ApplicationEventPublisher events;

  RosterWriter(JdbcTemplate jdbc, RosterAccounts accounts, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.events = events;
  }

  /** How many steps {@link #write} will report for this plan. */
  int steps(RosterPlan plan) {
    return plan.steps() + accountsToCheck(plan).size();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void write(RosterPlan plan, IntConsumer progress) {
    Counter counter = new Counter(progress);
    writeUnits(plan, counter);
    writePeople(plan, counter);
    writePositions(plan, counter);
    Set<String> touched = accountsToCheck(plan);
    int before = counter.done;
    accounts.synchronizePeople(touched, done -> progress.accept(before + done));
    plan.peopleLeft.forEach(leaver -> events.publishEvent(new PersonLeft(leaver.person().id())));
  }

  /**
   * A moved unit changes the tenants of people who are not in the workbook, a new one those of its
   * overseers.
   */
  private Set<String> accountsToCheck(RosterPlan plan) {
    Set<String> ids = new LinkedHashSet<>(plan.touchedPeople());
    if (plan.movesUnits()) {
      ids.addAll(
          jdbc.queryForList(
              "select id from organization_person where left_on is null", String.class));
    } else if (plan.unitsAdded.stream().anyMatch(unit -> unit.kind().isTenant())) {
      ids.addAll(
          jdbc.queryForList(
              "select distinct h.person_id from organization_position h join organization_unit u"
                  + " on u.code = h.organization where u.kind in ('COMMITTEE', 'PARTY_GROUP',"
                  + " 'AGENCY_COMMITTEE', 'ORGANIZATION_DEPARTMENT', 'DISCIPLINE_COMMISSION') and"
                  + " h.granted = true",
              String.class));
    }
    return ids;
  }

  private void writeUnits(RosterPlan plan, Counter counter) {
    batch(
        "insert into organization_unit (name, kind, level, superior, tenant, path, sort_order,"
            + " active, unit_type, code) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        plan.unitsAdded,
        RosterWriter::setUnit,
        counter);
    List<Organization> updated = new ArrayList<>(plan.unitsChanged);
    updated.addAll(plan.unitsCarried);
    updated.addAll(plan.unitsDissolved);
    batch(
        "update organization_unit set name = ?, kind = ?, level = ?, superior = ?, tenant = ?,"
            + " path = ?, sort_order = ?, active = ?, unit_type = ? where code = ?",
        updated,
        RosterWriter::setUnit,
        counter);
    accounts.synchronizeUnits(plan.unitsAdded);
    accounts.synchronizeUnits(updated);
  }

  private void writePeople(RosterPlan plan, Counter counter) {
    batch(
        "insert into organization_person (name, gender, email, phone, member_status, organization,"
            + " relation, joined_on, voting_right, mobility, sanction, sanction_until,"
            + " circumstance, investigated, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?)",
        plan.peopleAdded,
        RosterWriter::setPerson,
        counter);
    List<Person> updated = new ArrayList<>(plan.peopleChanged);
    updated.addAll(plan.peopleReturned);
    batch(
        "update organization_person set name = ?, gender = ?, email = ?, phone = ?, member_status"
            + " = ?, organization = ?, relation = ?, joined_on = ?, voting_right = ?, mobility ="
            + " ?, sanction = ?, sanction_until = ?, circumstance = ?, investigated = ?, left_on ="
            + " null, left_reason = null where id = ?",
        updated,
        RosterWriter::setPerson,
        counter);
    batch(
        "update organization_person set left_on = ?, left_reason = ? where id = ?",
        plan.peopleLeft,
        (PreparedStatement statement, Leaver leaver) -> {
          statement.setDate(1, sqlDate(leaver.person().leftOn()));
          statement.setString(2, leaver.reason());
          statement.setString(3, leaver.person().id());
        },
        counter);
  }

  private void writePositions(RosterPlan plan, Counter counter) {
    batch(
        "insert into organization_position (title, position_rank, term_from, term_to, person_id,"
            + " organization, role, granted, id) values (?, ?, ?, ?, ?, ?, ?, false, ?)",
        plan.positionsAdded,
        (statement, stored) -> {
          Position position = stored.position();
          setTerm(statement, position);
          statement.setString(5, position.personId());
          statement.setString(6, position.organization());
          statement.setString(7, position.role().name());
          statement.setString(8, stored.id());
        },
        counter);
    List<StoredPosition> updated = new ArrayList<>(plan.positionsChanged);
    updated.addAll(plan.positionsEnded);
    batch(
        "update organization_position set title = ?, position_rank = ?, term_from = ?, term_to = ?"
            + " where id = ?",
        updated,
        (statement, stored) -> {
          setTerm(statement, stored.position());
          statement.setString(5, stored.id());
        },
        counter);
  }

  private static void setUnit(PreparedStatement statement, Organization unit) throws SQLException {
    statement.setString(1, unit.name());
    statement.setString(2, unit.kind().name());
    statement.setString(3, unit.level().name());
    statement.setString(4, unit.superiorCode());
    statement.setString(5, unit.tenant());
    statement.setString(6, unit.path());
    statement.setInt(7, unit.sortOrder());
    statement.setBoolean(8, unit.active());
    statement.setString(9, unit.unitType().name());
    statement.setString(10, unit.code());
  }

  private static void setPerson(PreparedStatement statement, Person person) throws SQLException {
    Membership membership = person.membership();
    statement.setString(1, person.name());
    statement.setString(2, person.gender());
    statement.setString(3, person.email());
    statement.setString(4, person.phone());
    statement.setString(5, membership.status().name());
    statement.setString(6, membership.organization());
    statement.setString(7, membership.relation().name());
    statement.setDate(8, sqlDate(membership.joinedOn()));
    statement.setBoolean(9, membership.votingRight());
    statement.setString(10, membership.mobility().name());
    statement.setString(11, membership.sanction().name());
    statement.setDate(12, sqlDate(membership.sanctionUntil()));
    statement.setString(13, membership.circumstance().name());
    statement.setBoolean(14, membership.investigated());
    statement.setString(15, person.id());
  }

  private static void setTerm(PreparedStatement statement, Position position) throws SQLException {
    statement.setString(1, position.title());
    statement.setInt(2, position.rank());
    statement.setDate(3, sqlDate(position.from()));
    statement.setDate(4, sqlDate(position.to()));
  }

  private static Date sqlDate(LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private <T> void batch(
      String sql,
      Collection<T> rows,
      ParameterizedPreparedStatementSetter<T> setter,
      Counter counter) {
    List<T> all = List.copyOf(rows);
    for (int start = 0; start < all.size(); start += BATCH) {
      List<T> part = all.subList(start, Math.min(start + BATCH, all.size()));
      jdbc.batchUpdate(sql, part, part.size(), setter);
      counter.add(part.size());
    }
  }

  private static final class Counter {

    private final IntConsumer progress;
    private int done;

    Counter(IntConsumer progress) {
      this.progress = progress;
    }

    void add(int rows) {
      done += rows;
      progress.accept(done);
    }
  }
}
