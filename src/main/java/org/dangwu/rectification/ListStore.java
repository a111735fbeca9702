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

/**
 * Keeps lists while they are written: that of a body by the task in which it is, that of a
 * secretary by his entry, so that a list that is returned is still there.
 */
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

  Optional<ListDraft> find(String listId) {
    return jdbc.sql("select revision, draft, none_reason from rectification_list where list_id = ?")
        .param(listId)
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
  Optional<Integer> save(String listId, String caseId, ListDraft draft, String user) {
    int next = draft.revision() + 1;
    int changed =
        draft.revision() == 0
            ? insert(listId, caseId, draft, user)
            : jdbc.sql(
                    "update rectification_list set revision = ?, draft = ?, none_reason = ?,"
                        + " saved_by = ?, saved_at = ?"
                        + " where list_id = ? and revision = ? and completed_at is null")
                .params(
                    next,
                    text(draft.rows()),
                    draft.noneReason(),
                    user,
                    Days.now(clock),
                    listId,
                    draft.revision())
                .update();
    return changed == 1 ? Optional.of(next) : Optional.empty();
  }

  /** Who saved last. */
  String savedBy(String listId) {
    return jdbc.sql("select saved_by from rectification_list where list_id = ?")
        .param(listId)
        .query(String.class)
        .single();
  }

  void complete(String listId) {
    jdbc.sql("update rectification_list set completed_at = ? where list_id = ?")
        .params(Days.now(clock), listId)
        .update();
  }

  /** A list that was returned may be changed again. */
  void reopen(String listId) {
    jdbc.sql("update rectification_list set completed_at = null where list_id = ?")
        .param(listId)
        .update();
  }

  private int insert(String listId, String caseId, ListDraft draft, String user) {
    if (find(listId).isPresent()) {
      return 0;
    }
    try {
      return jdbc.sql(
              "insert into rectification_list (list_id, case_id, revision, draft, none_reason,"
                  + " saved_by, saved_at) values (?, ?, 1, ?, ?, ?, ?)")
          .params(listId, caseId, text(draft.rows()), draft.noneReason(), user, Days.now(clock))
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
