package org.dangwu.memberreview.outcome;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dangwu.memberreview.outcome.Praise.Manner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how members are praised. */
@Component
class PraiseBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  PraiseBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Praise> find(String itemId) {
    return list("where p.item_id = ?", itemId).stream().findFirst();
  }

  /** In the order of the roster. */
  List<Praise> of(String caseId) {
    return list("where i.case_id = ?", caseId);
  }

  private List<Praise> list(String where, String value) {
    return jdbc.sql(
            "select p.* from memberreview_praise p join memberreview_item i"
                + " on i.item_id = p.item_id "
                + where
                + " order by i.sort_order")
        .param(value)
        .query(
            (row, n) ->
                new Praise(
                    row.getString("item_id"),
                    Manner.valueOf(row.getString("manner")),
                    row.getString("title"),
                    row.getBoolean("put_forward"),
                    row.getString("wording")))
        .list();
  }

  @Transactional
  void save(Praise praise, String user) {
    jdbc.sql("delete from memberreview_praise where item_id = ?").param(praise.itemId()).update();
    jdbc.sql(
            "insert into memberreview_praise (item_id, manner, title, put_forward, wording,"
                + " saved_by, saved_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            praise.itemId(),
            praise.manner().name(),
            praise.title(),
            praise.putForward(),
            praise.wording(),
            user,
            OffsetDateTime.now(clock))
        .update();
  }
}
