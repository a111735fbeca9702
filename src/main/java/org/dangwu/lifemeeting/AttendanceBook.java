package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dangwu.lifemeeting.Attendance.Mark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the attendance of each convening, by the task in which it was recorded. */
@Component
class AttendanceBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  AttendanceBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Attendance> find(String taskId) {
    return jdbc.sql("select held_on, started_at from lifemeeting_session where task_id = ?")
        .param(taskId)
        .query(
            (row, n) ->
                new Attendance(
                    row.getObject("held_on", LocalDate.class),
                    row.getObject("started_at", LocalTime.class),
                    marks(taskId),
                    observers(taskId)))
        .optional();
  }

  /** The attendance recorded last for the case, of the convening that is or was held. */
  Optional<Attendance> latest(String caseId) {
    return jdbc
        .sql(
            "select task_id from lifemeeting_session where case_id = ?"
                + " order by recorded_at desc, task_id")
        .param(caseId)
        .query(String.class)
        .list()
        .stream()
        .findFirst()
        .flatMap(this::find);
  }

  /** Replaces what was recorded in this task before. */
  @Transactional
  void record(String taskId, String caseId, Attendance attendance, String recorder) {
    for (String table :
        List.of("lifemeeting_attendance", "lifemeeting_observer", "lifemeeting_session")) {
      jdbc.sql("delete from " + table + " where task_id = ?").param(taskId).update();
    }
    jdbc.sql(
            "insert into lifemeeting_session (task_id, case_id, held_on, started_at, recorded_by,"
                + " recorded_at) values (?, ?, ?, ?, ?, ?)")
        .params(
            taskId,
            caseId,
            attendance.heldOn(),
            attendance.startedAt(),
            recorder,
            OffsetDateTime.now(clock))
        .update();
    for (Mark mark : attendance.marks()) {
      jdbc.sql(
              "insert into lifemeeting_attendance (task_id, person_id, presence, reason)"
                  + " values (?, ?, ?, ?)")
          .params(taskId, mark.personId(), mark.presence().name(), mark.reason())
          .update();
    }
    for (int i = 0; i < attendance.observers().size(); i++) {
      jdbc.sql("insert into lifemeeting_observer (task_id, position, name) values (?, ?, ?)")
          .params(taskId, i + 1, attendance.observers().get(i))
          .update();
    }
  }

  private List<Mark> marks(String taskId) {
    return jdbc.sql(
            "select person_id, presence, reason from lifemeeting_attendance where task_id = ?")
        .param(taskId)
        .query(
            (row, n) ->
                new Mark(
                    row.getString("person_id"),
                    Presence.valueOf(row.getString("presence")),
                    row.getString("reason")))
        .list();
  }

  private List<String> observers(String taskId) {
    return jdbc.sql("select name from lifemeeting_observer where task_id = ? order by position")
        .param(taskId)
        .query(String.class)
        .list();
  }
}
