package org.dangwu.debriefing.plan;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.CommentMode;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.ComponentWeights;
import org.dangwu.debriefing.DebriefPlan.Criterion;
import org.dangwu.debriefing.DebriefPlan.FieldTeam;
import org.dangwu.debriefing.DebriefPlan.KeyContent;
import org.dangwu.debriefing.DebriefPlan.Participant;
import org.dangwu.debriefing.DebriefPlan.VoterClassWeight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the plan of each run as it was saved last, whole or unfinished. */
@Component
public class DebriefPlanBook {

  private static final List<String> PARTS =
      List.of(
          "debrief_plan_class",
          "debrief_plan_participant",
          "debrief_plan_key",
          "debrief_plan_criterion",
          "debrief_plan_team_entry");

  private final JdbcClient jdbc;
  private final Clock clock;

  DebriefPlanBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<DebriefPlan> find(String caseId) {
    return jdbc.sql("select * from debrief_plan where case_id = ?")
        .param(caseId)
        .query(this::plan)
        .optional();
  }

  @Transactional
  void save(DebriefPlan plan, String user) {
    String caseId = plan.caseId();
    remove(caseId);
    jdbc.sql(
            "insert into debrief_plan (case_id, plan_year, report_due, field_due, session_on,"
                + " study_on, report_up_due, place, comment_mode, rate_written, max_good_percent,"
                + " session_weight, field_weight, daily_weight, remark, agreed, saved_by, saved_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            caseId,
            plan.year(),
            sql(plan.reportDueDate()),
            sql(plan.fieldDueDate()),
            sql(plan.sessionDate()),
            sql(plan.studyDate()),
            sql(plan.reportUpDueDate()),
            plan.place(),
            plan.commentMode() == null ? null : plan.commentMode().name(),
            plan.rateWritten(),
            plan.maxGoodPercent(),
            plan.weights().map(ComponentWeights::session).orElse(null),
            plan.weights().map(ComponentWeights::field).orElse(null),
            plan.weights().map(ComponentWeights::daily).orElse(null),
            plan.remark(),
            plan.agreed(),
            user,
            OffsetDateTime.now(clock))
        .update();
    addVoters(caseId, plan);
    addContents(caseId, plan);
    addTeams(caseId, plan.teams());
  }

  /** The new secretary is seen by the same team and votes in the place of who left (E25). */
  @Transactional
  public void succeed(
      String caseId, String leftEntry, String newEntry, String leftPerson, String newPerson) {
    jdbc.sql(
            "select field_check_id from debrief_plan_team_entry where case_id = ? and entry_id = ?")
        .params(caseId, leftEntry)
        .query(String.class)
        .optional()
        .ifPresent(
            team ->
                jdbc.sql(
                        "insert into debrief_plan_team_entry (case_id, entry_id, field_check_id)"
                            + " values (?, ?, ?)")
                    .params(caseId, newEntry, team)
                    .update());
    boolean votesAlready =
        jdbc.sql(
                    "select count(*) from debrief_plan_participant where case_id = ? and person_id"
                        + " = ?")
                .params(caseId, newPerson)
                .query(Integer.class)
                .single()
            > 0;
    if (!votesAlready) {
      jdbc.sql(
              "update debrief_plan_participant set person_id = ? where case_id = ? and person_id ="
                  + " ? and class_code = 'PEERS'")
          .params(newPerson, caseId, leftPerson)
          .update();
    }
  }

  void agree(String caseId) {
    jdbc.sql("update debrief_plan set agreed = true where case_id = ?").param(caseId).update();
  }

  private void remove(String caseId) {
    jdbc.sql(
            "delete from debrief_plan_team_member where field_check_id in (select field_check_id"
                + " from debrief_plan_team where case_id = ?)")
        .param(caseId)
        .update();
    jdbc.sql("delete from debrief_plan_team where case_id = ?").param(caseId).update();
    PARTS.forEach(
        table -> jdbc.sql("delete from " + table + " where case_id = ?").param(caseId).update());
    jdbc.sql("delete from debrief_plan where case_id = ?").param(caseId).update();
  }

  private void addVoters(String caseId, DebriefPlan plan) {
    int order = 0;
    for (VoterClassWeight voters : plan.classes()) {
      jdbc.sql(
              "insert into debrief_plan_class (case_id, class_code, label, weight, sheets,"
                  + " class_order) values (?, ?, ?, ?, ?, ?)")
          .params(caseId, voters.code(), voters.label(), voters.weight(), voters.sheets(), order++)
          .update();
    }
    order = 0;
    for (Participant participant : plan.participants()) {
      jdbc.sql(
              "insert into debrief_plan_participant (case_id, person_id, class_code,"
                  + " participant_order) values (?, ?, ?, ?)")
          .params(caseId, participant.personId(), participant.classCode(), order++)
          .update();
    }
  }

  private void addContents(String caseId, DebriefPlan plan) {
    int order = 0;
    for (KeyContent key : plan.keyContents()) {
      jdbc.sql(
              "insert into debrief_plan_key (case_id, key_order, entry_id, source, key_text)"
                  + " values (?, ?, ?, ?, ?)")
          .params(caseId, order++, key.entryId(), key.source(), key.text())
          .update();
    }
    order = 0;
    for (Criterion criterion : plan.criteria()) {
      jdbc.sql(
              "insert into debrief_plan_criterion (case_id, code, label, note, criterion_order)"
                  + " values (?, ?, ?, ?, ?)")
          .params(caseId, criterion.code(), criterion.label(), criterion.note(), order++)
          .update();
    }
  }

  private void addTeams(String caseId, List<FieldTeam> teams) {
    int order = 0;
    for (FieldTeam team : teams) {
      jdbc.sql(
              "insert into debrief_plan_team (field_check_id, case_id, leader, team_order) values"
                  + " (?, ?, ?, ?)")
          .params(team.fieldCheckId(), caseId, team.leader(), order++)
          .update();
      int member = 0;
      for (String person : team.members()) {
        jdbc.sql(
                "insert into debrief_plan_team_member (field_check_id, person_id, member_order)"
                    + " values (?, ?, ?)")
            .params(team.fieldCheckId(), person, member++)
            .update();
      }
      for (String entry : team.entryIds()) {
        jdbc.sql(
                "insert into debrief_plan_team_entry (case_id, entry_id, field_check_id) values"
                    + " (?, ?, ?)")
            .params(caseId, entry, team.fieldCheckId())
            .update();
      }
    }
  }

  private DebriefPlan plan(ResultSet row, int number) throws SQLException {
    String caseId = row.getString("case_id");
    String mode = row.getString("comment_mode");
    int session = row.getInt("session_weight");
    Optional<ComponentWeights> weights =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(
                new ComponentWeights(
                    session, row.getInt("field_weight"), row.getInt("daily_weight")));
    return new DebriefPlan(
        caseId,
        row.getInt("plan_year"),
        day(row, "report_due"),
        day(row, "field_due"),
        day(row, "session_on"),
        day(row, "study_on"),
        day(row, "report_up_due"),
        row.getString("place"),
        mode == null ? null : CommentMode.valueOf(mode),
        row.getBoolean("rate_written"),
        row.getInt("max_good_percent"),
        classes(caseId),
        participants(caseId),
        weights,
        keyContents(caseId),
        criteria(caseId),
        teams(caseId),
        row.getString("remark"),
        row.getBoolean("agreed"));
  }

  private List<VoterClassWeight> classes(String caseId) {
    return jdbc.sql("select * from debrief_plan_class where case_id = ? order by class_order")
        .param(caseId)
        .query(
            (row, number) ->
                new VoterClassWeight(
                    row.getString("class_code"),
                    row.getString("label"),
                    row.getInt("weight"),
                    row.getInt("sheets")))
        .list();
  }

  private List<Participant> participants(String caseId) {
    return jdbc.sql(
            "select * from debrief_plan_participant where case_id = ? order by participant_order")
        .param(caseId)
        .query(
            (row, number) ->
                new Participant(row.getString("person_id"), row.getString("class_code")))
        .list();
  }

  private List<KeyContent> keyContents(String caseId) {
    return jdbc.sql("select * from debrief_plan_key where case_id = ? order by key_order")
        .param(caseId)
        .query(
            (row, number) ->
                new KeyContent(
                    row.getString("entry_id"), row.getString("source"), row.getString("key_text")))
        .list();
  }

  private List<Criterion> criteria(String caseId) {
    return jdbc.sql(
            "select * from debrief_plan_criterion where case_id = ? order by criterion_order")
        .param(caseId)
        .query(
            (row, number) ->
                new Criterion(row.getString("code"), row.getString("label"), row.getString("note")))
        .list();
  }

  private List<FieldTeam> teams(String caseId) {
    return jdbc.sql("select * from debrief_plan_team where case_id = ? order by team_order")
        .param(caseId)
        .query(
            (row, number) -> {
              String id = row.getString("field_check_id");
              return new FieldTeam(id, row.getString("leader"), members(id), entries(id));
            })
        .list();
  }

  private List<String> members(String team) {
    return jdbc.sql(
            "select person_id from debrief_plan_team_member where field_check_id = ? order by"
                + " member_order")
        .param(team)
        .query(String.class)
        .list();
  }

  private List<String> entries(String team) {
    return jdbc.sql(
            "select t.entry_id from debrief_plan_team_entry t join debrief_entry e on e.entry_id ="
                + " t.entry_id where t.field_check_id = ? order by e.entry_order, e.entry_id")
        .param(team)
        .query(String.class)
        .list();
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    Date value = row.getDate(column);
    return value == null ? null : value.toLocalDate();
  }

  private static Date sql(LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }
}
