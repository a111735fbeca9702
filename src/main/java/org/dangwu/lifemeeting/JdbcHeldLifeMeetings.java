package org.dangwu.lifemeeting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.engine.DecisionTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcHeldLifeMeetings implements HeldLifeMeetings {

  private final JdbcClient jdbc;
  private final DecisionTables tables;

  JdbcHeldLifeMeetings(JdbcClient jdbc, DecisionTables tables) {
    this.jdbc = jdbc;
    this.tables = tables;
  }

  @Override
  public Set<String> attendedBy(int year) {
    Map<String, List<Marked>> sessions =
        jdbc
            .sql(
                "select s.task_id, a.person_id, a.presence from lifemeeting_session s join"
                    + " lifemeeting_attendance a on a.task_id = s.task_id join procedure_case c on"
                    + " c.case_id = s.case_id where c.case_year = ? and c.kind = 'LIFE_MEETING' and"
                    + " c.state <> 'CANCELLED' and c.special_number = 0")
            .param(year)
            .query(
                (row, n) ->
                    new Marked(
                        row.getString("task_id"),
                        row.getString("person_id"),
                        row.getString("presence").equals(Presence.PRESENT.name())))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Marked::session));
    return sessions.values().stream()
        .filter(this::enough)
        .flatMap(List::stream)
        .filter(Marked::present)
        .map(Marked::personId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A meeting that did not reach its quorum was not held. */
  private boolean enough(List<Marked> session) {
    long present = session.stream().filter(Marked::present).count();
    return tables
        .first("dlm_quorum", Map.of("dueCount", session.size(), "presentCount", (int) present))
        .map(row -> "MET".equals(row.get("status")))
        .orElse(false);
  }

  private record Marked(String session, String personId, boolean present) {}
}
