package org.dangwu.debriefing.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.debriefing.session.Sitting.Mark;
import org.dangwu.lifemeeting.Presence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who was at each session, by the task in which it was recorded. */
@Component("debriefSittingBook")
public class SittingBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  SittingBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Sitting> find(String taskId) {
    return jdbc.sql("select * from debriefing_session where task_id = ?")
        .param(taskId)
        .query(
            (row, n) ->
                new Sitting(
                    row.getInt("session_no"),
                    row.getObject("held_on", LocalDate.class),
                    row.getObject("started_at", LocalTime.class),
                    row.getString("recorder"),
                    marks(taskId),
                    guests(taskId)))
        .optional();
  }

  /** The sessions of a run whose attendance stands, in their order. */
  public List<Sitting> held(String caseId) {
    return tasks(caseId).stream().map(taskId -> find(taskId).orElseThrow()).toList();
  }

  /** The session that is going on or was held last. */
  public Optional<Sitting> latest(String caseId) {
    List<Sitting> held = held(caseId);
    return held.isEmpty() ? Optional.empty() : Optional.of(held.get(held.size() - 1));
  }

  /** The task in which the attendance of the latest session was recorded. */
  Optional<String> latestTask(String caseId) {
    List<String> tasks = tasks(caseId);
    return tasks.isEmpty() ? Optional.empty() : Optional.of(tasks.get(tasks.size() - 1));
  }

  /** Entries that were there to report in a session whose attendance stands. */
  public Set<String> reported(String caseId) {
    return held(caseId).stream()
        .flatMap(sitting -> sitting.speakers().stream())
        .collect(Collectors.toSet());
  }

  /** Number of the session that is recorded next. */
  int nextNumber(String caseId) {
    return tasks(caseId).size() + 1;
  }

  /** Replaces what was recorded in this task before. */
  @Transactional
  void record(String taskId, String caseId, Sitting sitting) {
    for (String table :
        List.of("debriefing_attendance", "debriefing_session_guest", "debriefing_session")) {
      jdbc.sql("delete from " + table + " where task_id = ?").param(taskId).update();
    }
    jdbc.sql(
            "insert into debriefing_session (task_id, case_id, session_no, held_on, started_at,"
                + " recorder, confirmed, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            taskId,
            caseId,
            sitting.number(),
            sitting.heldOn(),
            sitting.startedAt(),
            sitting.recorder(),
            false,
            OffsetDateTime.now(clock))
        .update();
    for (Mark mark : sitting.marks()) {
      jdbc.sql(
              "insert into debriefing_attendance (task_id, person_id, position, capacity, entry_id,"
                  + " presence, reason) values (?, ?, ?, ?, ?, ?, ?)")
          .param(taskId)
          .param(mark.personId())
          .param(sitting.marks().indexOf(mark))
          .param(mark.capacity().name())
          .param(mark.entryId())
          .param(mark.presence().name())
          .param(mark.reason())
          .update();
    }
    for (int i = 0; i < sitting.guests().size(); i++) {
      jdbc.sql("insert into debriefing_session_guest (task_id, position, name) values (?, ?, ?)")
          .params(taskId, i + 1, sitting.guests().get(i))
          .update();
    }
  }

  /** From now on the attendance stands. */
  void confirm(String taskId) {
    jdbc.sql("update debriefing_session set confirmed = true where task_id = ?")
        .param(taskId)
        .update();
  }

  private List<String> tasks(String caseId) {
    return jdbc.sql(
            "select task_id from debriefing_session where case_id = ? and confirmed = true"
                + " order by session_no")
        .param(caseId)
        .query(String.class)
        .list();
  }

  private List<Mark> marks(String taskId) {
    return jdbc.sql("select * from debriefing_attendance where task_id = ? order by position")
        .param(taskId)
        .query(
            (row, n) ->
                new Mark(
                    row.getString("person_id"),
                    Capacity.valueOf(row.getString("capacity")),
                    row.getString("entry_id"),
                    Presence.valueOf(row.getString("presence")),
                    row.getString("reason")))
        .list();
  }

  private List<String> guests(String taskId) {
    return jdbc.sql("select name from debriefing_session_guest where task_id = ? order by position")
        .param(taskId)
        .query(String.class)
        .list();
  }
}
