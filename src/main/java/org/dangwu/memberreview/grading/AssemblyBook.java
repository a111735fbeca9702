package org.dangwu.memberreview.grading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.memberreview.grading.Assembly.Manner;
import org.dangwu.memberreview.grading.Assembly.Vote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the assemblies, by the task in which each was recorded. */
@Component
class AssemblyBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  AssemblyBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Assembly> find(String taskId) {
    return jdbc.sql("select * from memberreview_assembly where task_id = ?")
        .param(taskId)
        .query(this::assembly)
        .optional();
  }

  /** Those that are over, oldest first. */
  List<Assembly> held(String caseId) {
    return jdbc.sql(
            "select * from memberreview_assembly where case_id = ? and settled = true"
                + " order by sitting, session_number, saved_at")
        .param(caseId)
        .query(this::assembly)
        .list();
  }

  /** Replaces what was recorded in this task before. */
  @Transactional
  void save(String caseId, Assembly assembly, String user) {
    for (String table :
        List.of("memberreview_resolution", "memberreview_absence", "memberreview_assembly")) {
      jdbc.sql("delete from " + table + " where task_id = ?").param(assembly.taskId()).update();
    }
    jdbc.sql(
            "insert into memberreview_assembly (task_id, case_id, sitting, session_number, held_on,"
                + " due, present, chair, manner, discussion, settled, saved_by, saved_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?)")
        .params(
            assembly.taskId(),
            caseId,
            assembly.sitting(),
            assembly.number(),
            assembly.heldOn(),
            assembly.due(),
            assembly.present(),
            assembly.chair(),
            assembly.manner().name(),
            assembly.discussion(),
            user,
            OffsetDateTime.now(clock))
        .update();
    assembly
        .absent()
        .forEach(
            person ->
                jdbc.sql("insert into memberreview_absence (task_id, person_id) values (?, ?)")
                    .params(assembly.taskId(), person)
                    .update());
    assembly.votes().forEach(vote -> add(assembly, vote));
  }

  /**
   * The meeting is over. A vote on the whole list is kept for each item too, so that later it can
   * be told who was on the list.
   */
  @Transactional
  void settle(Assembly assembly, List<Item> before) {
    jdbc.sql("update memberreview_assembly set settled = true where task_id = ?")
        .param(assembly.taskId())
        .update();
    assembly.votes().stream()
        .filter(vote -> vote.subject().isEmpty())
        .forEach(whole -> before.forEach(item -> add(assembly, whole.of(item.itemId()))));
  }

  /** The vote that decided last on an item, with the meeting in which it was. */
  Optional<Map.Entry<Assembly, Vote>> last(Item item) {
    return held(item.caseId()).stream()
        .flatMap(
            assembly ->
                assembly.votes().stream()
                    .filter(vote -> vote.subject().equals(item.itemId()))
                    .map(vote -> Map.entry(assembly, vote)))
        .reduce((earlier, later) -> later);
  }

  private void add(Assembly assembly, Vote vote) {
    jdbc.sql(
            "insert into memberreview_resolution (task_id, subject, approve, against, abstain)"
                + " values (?, ?, ?, ?, ?)")
        .params(assembly.taskId(), vote.subject(), vote.approve(), vote.against(), vote.abstain())
        .update();
  }

  private Assembly assembly(ResultSet row, int number) throws SQLException {
    String task = row.getString("task_id");
    return new Assembly(
        task,
        row.getInt("sitting"),
        row.getInt("session_number"),
        row.getObject("held_on", LocalDate.class),
        row.getInt("due"),
        row.getInt("present"),
        jdbc.sql("select person_id from memberreview_absence where task_id = ? order by person_id")
            .param(task)
            .query(String.class)
            .list(),
        row.getString("chair"),
        Manner.valueOf(row.getString("manner")),
        row.getString("discussion"),
        jdbc.sql("select * from memberreview_resolution where task_id = ? order by subject")
            .param(task)
            .query(
                (vote, n) ->
                    new Vote(
                        vote.getString("subject"),
                        vote.getInt("approve"),
                        vote.getInt("against"),
                        vote.getInt("abstain")))
            .list());
  }
}
