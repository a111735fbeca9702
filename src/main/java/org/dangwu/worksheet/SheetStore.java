package org.dangwu.worksheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps drafts and completed sheets; a completed one never changes. */
@Component
class SheetStore implements SheetRecords {

  private static final String SELECT =
      "select task_id, element, title, answers, shown, written_by, written_at"
          + " from worksheet_record ";

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  SheetStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public List<SheetRecord> of(String process, String matterId) {
    return jdbc.sql(
            SELECT
                + "where process = ? and matter_id = ? and final = true"
                + " order by written_at, task_id")
        .params(process, matterId)
        .query(this::sheet)
        .list();
  }

  Optional<SheetRecord> draft(String taskId) {
    return jdbc.sql(SELECT + "where task_id = ? and final = false")
        .param(taskId)
        .query(this::sheet)
        .optional();
  }

  @Transactional
  void save(SheetTask task, String title, Answers answers) {
    jdbc.sql("delete from worksheet_record where task_id = ? and final = false")
        .param(task.taskId())
        .update();
    jdbc.sql(
            "insert into worksheet_record (task_id, process, matter_id, element, title, answers,"
                + " shown, written_by, written_at, final)"
                + " values (?, ?, ?, ?, ?, ?, '[]', ?, ?, false)")
        .params(
            task.taskId(),
            task.process(),
            task.matterId(),
            task.element(),
            title,
            write(answers.values()),
            task.user(),
            OffsetDateTime.now(clock))
        .update();
  }

  void finish(String taskId, List<Line> shown) {
    jdbc.sql(
            "update worksheet_record set final = true, shown = ?, written_at = ?"
                + " where task_id = ? and final = false")
        .params(write(shown), OffsetDateTime.now(clock), taskId)
        .update();
  }

  private SheetRecord sheet(ResultSet row, int number) throws SQLException {
    return new SheetRecord(
        row.getString("task_id"),
        row.getString("element"),
        row.getString("title"),
        new Answers(read(row.getString("answers"), new TypeReference<Map<String, String>>() {})),
        read(row.getString("shown"), new TypeReference<List<Line>>() {}),
        row.getString("written_by"),
        row.getObject("written_at", OffsetDateTime.class)
            .atZoneSameInstant(clock.getZone())
            .toLocalDateTime());
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("sheet not writable", e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("sheet not readable", e);
    }
  }
}
