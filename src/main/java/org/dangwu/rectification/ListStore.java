package org.dangwu.rectification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps lists while they are written, by the task in which they are. */
@Component
class ListStore {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  ListStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  Optional<ListDraft> find(String taskId) {
    return jdbc.sql("select revision, draft, none_reason from rectification_list where task_id = ?")
        .param(taskId)
        .query(
            (row, n) ->
                new ListDraft(
                    row.getInt("revision"),
                    rows(row.getString("draft")),
                    row.getString("none_reason")))
        .optional();
  }

  /**
   * Replaces the draft.
   *
   * @return the new revision, empty when another one was saved since {@code draft} was read
   */
  Optional<Integer> save(String taskId, String caseId, ListDraft draft, String user) {
    int next = draft.revision() + 1;
    int changed =
        draft.revision() == 0
            ? insert(taskId, caseId, draft, user)
            : jdbc.sql(
                    "update rectification_list set revision = ?, draft = ?, none_reason = ?,"
                        + " saved_by = ?, saved_at = ?"
                        + " where task_id = ? and revision = ? and completed_at is null")
                .params(
                    next,
                    text(draft.rows()),
                    draft.noneReason(),
                    user,
                    Days.now(clock),
                    taskId,
                    draft.revision())
                .update();
    return changed == 1 ? Optional.of(next) : Optional.empty();
  }

  /** Who saved last. */
  String savedBy(String taskId) {
    return jdbc.sql("select saved_by from rectification_list where task_id = ?")
        .param(taskId)
        .query(String.class)
        .single();
  }

  void complete(String taskId) {
    jdbc.sql("update rectification_list set completed_at = ? where task_id = ?")
        .params(Days.now(clock), taskId)
        .update();
  }

  private int insert(String taskId, String caseId, ListDraft draft, String user) {
    if (find(taskId).isPresent()) {
      return 0;
    }
    try {
      return jdbc.sql(
              "insert into rectification_list (task_id, case_id, revision, draft, none_reason,"
                  + " saved_by, saved_at) values (?, ?, 1, ?, ?, ?, ?)")
          .params(taskId, caseId, text(draft.rows()), draft.noneReason(), user, Days.now(clock))
          .update();
    } catch (DuplicateKeyException atTheSameMoment) {
      return 0;
    }
  }

  private String text(List<ListDraft.Row> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A list of texts could not be written", impossible);
    }
  }

  private List<ListDraft.Row> rows(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A stored rectification list is damaged", damaged);
    }
  }
}
