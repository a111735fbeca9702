package org.dangwu.ballot.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.BallotPlan.SheetQuota;
import org.dangwu.ballot.BallotPlan.Voter;
import org.dangwu.ballot.BallotRound;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.RoundKind;
import org.dangwu.ballot.RoundState;
import org.dangwu.ballot.box.RoundKeys.Wrapped;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes what a round is; nothing here touches a vote. */
@Component
public class RoundStore {

  private final JdbcClient jdbc;
  private final String shareLock;

  RoundStore(JdbcTemplate template) {
    this.jdbc = JdbcClient.create(template);
    String product =
        template.execute(
            (ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
    // H2 has no shared row lock; there, votes of one round queue for a moment.
    this.shareLock = "PostgreSQL".equals(product) ? " for share" : " for update";
  }

  void insert(
      String id, BallotPlan plan, List<Voter> voters, List<Integer> drawers, int minToShow) {
    jdbc.sql(
            "insert into ballot_round (round_id, case_id, organization, kind, title, state,"
                + " attempt, recorder, rate_self, min_to_show, quota_grade, quota_most,"
                + " quota_binding, on_paper, due_at, returned_sheets)"
                + " values (?, ?, ?, ?, ?, 'PREPARED', 1, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
        .params(
            java.util.Arrays.asList(
                id,
                plan.caseId(),
                plan.organization(),
                plan.kind().name(),
                plan.title(),
                plan.recorder(),
                plan.rateSelf(),
                minToShow,
                plan.quota().map(SheetQuota::gradeCode).orElse(null),
                plan.quota().map(SheetQuota::most).orElse(null),
                plan.quota().map(SheetQuota::binding).orElse(false),
                plan.onPaper(),
                at(plan.dueAt())))
        .update();
    for (int i = 0; i < plan.grades().size(); i++) {
      Grade grade = plan.grades().get(i);
      jdbc.sql("insert into ballot_grade (round_id, sort_order, code, label) values (?, ?, ?, ?)")
          .params(id, i, grade.code(), grade.label())
          .update();
    }
    for (int i = 0; i < plan.objects().size(); i++) {
      BallotObject object = plan.objects().get(i);
      jdbc.sql(
              "insert into ballot_object (round_id, sort_order, object_id, name, detail)"
                  + " values (?, ?, ?, ?, ?)")
          .params(id, i, object.id(), object.name(), object.detail())
          .update();
    }
    for (int i = 0; i < plan.classes().size(); i++) {
      BallotPlan.VoterClass of = plan.classes().get(i);
      jdbc.sql(
              "insert into ballot_class (round_id, sort_order, code, label, sheets, drawer)"
                  + " values (?, ?, ?, ?, ?, ?)")
          .params(id, i, of.code(), of.label(), of.sheets(), drawers.get(i))
          .update();
    }
    for (Voter voter : voters) {
      jdbc.sql("insert into ballot_voter (round_id, voter_id, class_code) values (?, ?, ?)")
          .params(id, voter.personId(), voter.classCode())
          .update();
    }
    for (int i = 0; i < plan.tellers().size(); i++) {
      jdbc.sql("insert into ballot_teller (round_id, sort_order, person_id) values (?, ?, ?)")
          .params(id, i, plan.tellers().get(i))
          .update();
    }
  }

  /** Copies everything but votes, tokens and counts of a round. */
  void copy(String from, String to, Instant dueAt) {
    jdbc.sql(
            "insert into ballot_round (round_id, case_id, organization, kind, title, state,"
                + " attempt, repeats, recorder, rate_self, min_to_show, quota_grade, quota_most,"
                + " quota_binding, on_paper, due_at, returned_sheets)"
                + " select cast(? as varchar(64)), case_id, organization, kind, title, 'PREPARED',"
                + " attempt + 1, round_id, recorder, rate_self, min_to_show, quota_grade,"
                + " quota_most, quota_binding, on_paper, cast(? as timestamp with time zone), 0"
                + " from ballot_round where round_id = ?")
        .params(to, at(dueAt), from)
        .update();
    copy("ballot_grade", "sort_order, code, label", from, to);
    copy("ballot_object", "sort_order, object_id, name, detail", from, to);
    copy("ballot_class", "sort_order, code, label, sheets, drawer", from, to);
    copy("ballot_voter", "voter_id, class_code", from, to);
    copy("ballot_teller", "sort_order, person_id", from, to);
  }

  private void copy(String table, String columns, String from, String to) {
    jdbc.sql(
            "insert into %s (round_id, %s) select cast(? as varchar(64)), %s from %s where round_id = ?"
                .formatted(table, columns, columns, table))
        .params(to, from)
        .update();
  }

  public Optional<Round> find(String id) {
    return select(id, "");
  }

  /** Until the end of the transaction nobody closes the round. */
  Optional<Round> holdOpen(String id) {
    return select(id, shareLock);
  }

  /** Until the end of the transaction nobody votes in the round or closes it. */
  Optional<Round> lock(String id) {
    return select(id, " for update");
  }

  private Optional<Round> select(String id, String lock) {
    return jdbc.sql("select * from ballot_round where round_id = ?" + lock)
        .param(id)
        .query((row, n) -> round(row))
        .optional();
  }

  List<BallotRound> ofCase(String caseId) {
    return jdbc.sql("select * from ballot_round where case_id = ? order by kind, attempt, round_id")
        .param(caseId)
        .query((row, n) -> round(row).view())
        .list();
  }

  Optional<String> repetitionOf(String id) {
    return jdbc.sql("select round_id from ballot_round where repeats = ?")
        .param(id)
        .query(String.class)
        .optional();
  }

  void opened(String id, String processInstanceId, Wrapped keys) {
    jdbc.sql(
            "update ballot_round set state = 'OPEN', process_instance_id = ?, public_key = ?,"
                + " wrapped_key = ? where round_id = ?")
        .params(java.util.Arrays.asList(processInstanceId, keys.publicKey(), keys.wrappedKey(), id))
        .update();
  }

  void closed(String id, int collected, int blank, boolean intact, String hash) {
    jdbc.sql(
            "update ballot_round set state = 'CLOSED', public_key = null, wrapped_key = null,"
                + " collected = ?, blank = ?, intact = ?, tally_hash = ? where round_id = ?")
        .params(collected, blank, intact, hash, id)
        .update();
  }

  void become(String id, RoundState state) {
    jdbc.sql(
            "update ballot_round set state = ?, public_key = null, wrapped_key = null"
                + " where round_id = ?")
        .params(state.name(), id)
        .update();
  }

  void returned(String id, int sheets) {
    jdbc.sql("update ballot_round set returned_sheets = ? where round_id = ?")
        .params(sheets, id)
        .update();
  }

  /** The scale without the abstention. */
  public List<Grade> grades(String id) {
    return jdbc.sql("select code, label from ballot_grade where round_id = ? order by sort_order")
        .param(id)
        .query((row, n) -> new Grade(row.getString(1), row.getString(2)))
        .list();
  }

  public List<BallotObject> objects(String id) {
    return jdbc.sql(
            "select object_id, name, detail from ballot_object where round_id = ?"
                + " order by sort_order")
        .param(id)
        .query((row, n) -> new BallotObject(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  public List<ClassRow> classes(String id) {
    return jdbc.sql(
            "select code, label, sheets, drawer from ballot_class where round_id = ?"
                + " order by sort_order")
        .param(id)
        .query(
            (row, n) ->
                new ClassRow(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)))
        .list();
  }

  List<String> voters(String id) {
    return jdbc.sql("select voter_id from ballot_voter where round_id = ? order by voter_id")
        .param(id)
        .query(String.class)
        .list();
  }

  /** The chief teller first. */
  public List<String> tellers(String id) {
    return jdbc.sql("select person_id from ballot_teller where round_id = ? order by sort_order")
        .param(id)
        .query(String.class)
        .list();
  }

  private static Round round(ResultSet row) throws SQLException {
    String quota = row.getString("quota_grade");
    return new Round(
        new BallotRound(
            row.getString("round_id"),
            row.getString("case_id"),
            row.getString("organization"),
            RoundKind.valueOf(row.getString("kind")),
            row.getString("title"),
            RoundState.valueOf(row.getString("state")),
            row.getInt("attempt"),
            row.getString("recorder"),
            row.getInt("min_to_show"),
            row.getBoolean("on_paper"),
            row.getObject("due_at", OffsetDateTime.class).toInstant(),
            row.getString("process_instance_id")),
        row.getBoolean("rate_self"),
        quota == null
            ? Optional.empty()
            : Optional.of(
                new SheetQuota(quota, row.getInt("quota_most"), row.getBoolean("quota_binding"))),
        row.getBytes("public_key"),
        row.getBytes("wrapped_key"),
        row.getInt("returned_sheets"),
        row.getObject("collected", Integer.class),
        row.getObject("blank", Integer.class),
        row.getObject("intact", Boolean.class),
        row.getString("tally_hash"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
