package org.dangwu.memberreview.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.dangwu.memberreview.outcome.Help.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the plans of help. */
@Component
class HelpBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  HelpBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Help> find(String itemId) {
    return jdbc.sql("select * from memberreview_help where item_id = ?")
        .param(itemId)
        .query(
            (row, n) ->
                new Help(
                    row.getString("item_id"),
                    row.getString("gap"),
                    row.getString("measures"),
                    row.getString("helpers"),
                    row.getObject("due_on", LocalDate.class),
                    row.getString("progress"),
                    outcome(row.getString("outcome"))))
        .optional();
  }

  @Transactional
  void save(Help help, String user) {
    jdbc.sql("delete from memberreview_help where item_id = ?").param(help.itemId()).update();
    jdbc.sql(
            "insert into memberreview_help (item_id, gap, measures, helpers, due_on, progress,"
                + " outcome, saved_by, saved_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(help.itemId())
        .param(help.gap())
        .param(help.measures())
        .param(help.helpers())
        .param(help.dueOn())
        .param(help.progress())
        .param(help.outcome() == null ? null : help.outcome().name())
        .param(user)
        .param(OffsetDateTime.now(clock))
        .update();
  }

  private static Outcome outcome(String name) {
    return name == null ? null : Outcome.valueOf(name);
  }
}
