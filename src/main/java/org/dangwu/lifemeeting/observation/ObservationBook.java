package org.dangwu.lifemeeting.observation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who observes which meeting and how that was decided. */
@Component
class ObservationBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  ObservationBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Observation> find(String caseId) {
    return jdbc.sql(
            "select problem_level, assigned_leader, agreed from lifemeeting_observation"
                + " where case_id = ?")
        .param(caseId)
        .query(
            (row, number) ->
                new Observation(
                    ProblemLevel.valueOf(row.getString("problem_level")),
                    row.getString("assigned_leader"),
                    row.getObject("agreed", Boolean.class),
                    seats(caseId)))
        .optional();
  }

  /** Proposes observers anew; an earlier answer of the discipline commission no longer holds. */
  @Transactional
  void propose(String caseId, ProblemLevel level, List<Seat> seats, String user) {
    int known =
        jdbc.sql(
                "update lifemeeting_observation set problem_level = ?, agreed = null,"
                    + " proposed_by = ?, proposed_at = ? where case_id = ?")
            .params(level.name(), user, OffsetDateTime.now(clock), caseId)
            .update();
    if (known == 0) {
      jdbc.sql(
              "insert into lifemeeting_observation (case_id, problem_level, proposed_by,"
                  + " proposed_at) values (?, ?, ?, ?)")
          .params(caseId, level.name(), user, OffsetDateTime.now(clock))
          .update();
    }
    replace(caseId, seats);
  }

  /** Lets the assigned leader lead the first group; who led it so far stays as its member. */
  @Transactional
  void assign(String caseId, String leader) {
    Observation so = find(caseId).orElseThrow();
    List<Seat> seats = new ArrayList<>();
    seats.add(new Seat(leader, 1, true));
    so.seats().stream()
        .filter(seat -> !seat.personId().equals(leader))
        .filter(seat -> !seat.personId().equals(so.assigned()))
        .map(seat -> seat.group() == 1 ? new Seat(seat.personId(), 1, false) : seat)
        .forEach(seats::add);
    jdbc.sql("update lifemeeting_observation set assigned_leader = ? where case_id = ?")
        .params(leader, caseId)
        .update();
    replace(caseId, seats);
  }

  @Transactional
  void answer(String caseId, boolean agreed, String user) {
    jdbc.sql(
            "update lifemeeting_observation set agreed = ?, answered_by = ?, answered_at = ?"
                + " where case_id = ?")
        .params(agreed, user, OffsetDateTime.now(clock), caseId)
        .update();
  }

  private void replace(String caseId, List<Seat> seats) {
    jdbc.sql("delete from lifemeeting_observation_seat where case_id = ?").param(caseId).update();
    for (Seat seat : seats) {
      jdbc.sql(
              "insert into lifemeeting_observation_seat (case_id, person_id, group_number, leads)"
                  + " values (?, ?, ?, ?)")
          .params(caseId, seat.personId(), seat.group(), seat.leader())
          .update();
    }
  }

  private List<Seat> seats(String caseId) {
    return jdbc.sql(
            "select person_id, group_number, leads from lifemeeting_observation_seat"
                + " where case_id = ? order by group_number, leads desc, person_id")
        .param(caseId)
        .query(
            (row, number) ->
                new Seat(
                    row.getString("person_id"),
                    row.getInt("group_number"),
                    row.getBoolean("leads")))
        .list();
  }
}
