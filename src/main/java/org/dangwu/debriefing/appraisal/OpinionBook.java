package org.dangwu.debriefing.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dangwu.debriefing.SecretaryGrade;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the opinions, one an entry. */
@Component("debriefOpinionBook")
class OpinionBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  OpinionBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Opinion> find(String entryId) {
    return jdbc.sql("select * from debriefing_opinion where entry_id = ?")
        .param(entryId)
        .query(OpinionBook::opinion)
        .optional();
  }

  /** By entry. */
  Map<String, Opinion> of(String caseId) {
    List<Opinion> all =
        jdbc.sql("select * from debriefing_opinion where case_id = ? order by entry_id")
            .param(caseId)
            .query(OpinionBook::opinion)
            .list();
    return all.stream()
        .collect(
            Collectors.toMap(
                Opinion::entryId, opinion -> opinion, (one, same) -> one, LinkedHashMap::new));
  }

  /** Keeps what was typed; what the committee settled is never touched. */
  @Transactional
  void write(Opinion given, String user) {
    int changed =
        jdbc.sql(
                "update debriefing_opinion set daily = ?, field_grade = ?, daily_grade = ?,"
                    + " achievements = ?, problems = ?, grade = ?, reason = ?, saved_by = ?,"
                    + " saved_at = ? where entry_id = ? and final_grade is null")
            .param(given.daily())
            .param(name(given.fieldGrade()))
            .param(name(given.dailyGrade()))
            .param(given.achievements())
            .param(given.problems())
            .param(name(given.grade()))
            .param(given.reason())
            .param(user)
            .param(OffsetDateTime.now(clock))
            .param(given.entryId())
            .update();
    if (changed == 0) {
      jdbc.sql(
              "insert into debriefing_opinion (entry_id, case_id, daily, field_grade, daily_grade,"
                  + " achievements, problems, grade, reason, saved_by, saved_at)"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .param(given.entryId())
          .param(given.caseId())
          .param(given.daily())
          .param(name(given.fieldGrade()))
          .param(name(given.dailyGrade()))
          .param(given.achievements())
          .param(given.problems())
          .param(name(given.grade()))
          .param(given.reason())
          .param(user)
          .param(OffsetDateTime.now(clock))
          .update();
    }
  }

  /** The committee carried this grade; a later study may carry another. */
  void study(String entryId, SecretaryGrade grade) {
    jdbc.sql(
            "update debriefing_opinion set studied_grade = ?"
                + " where entry_id = ? and final_grade is null")
        .params(grade.name(), entryId)
        .update();
  }

  /** The studied grade stands from now on and never changes. */
  void settle(String entryId, LocalDate decidedOn) {
    jdbc.sql(
            "update debriefing_opinion set final_grade = studied_grade, decided_on = ?"
                + " where entry_id = ? and final_grade is null")
        .params(decidedOn, entryId)
        .update();
  }

  private static Opinion opinion(ResultSet row, int number) throws SQLException {
    return new Opinion(
        row.getString("entry_id"),
        row.getString("case_id"),
        row.getString("daily"),
        grade(row, "field_grade"),
        grade(row, "daily_grade"),
        row.getString("achievements"),
        row.getString("problems"),
        grade(row, "grade"),
        row.getString("reason"),
        grade(row, "studied_grade"),
        grade(row, "final_grade"),
        row.getObject("decided_on", LocalDate.class));
  }

  private static SecretaryGrade grade(ResultSet row, String column) throws SQLException {
    String name = row.getString(column);
    return name == null ? null : SecretaryGrade.valueOf(name);
  }

  private static String name(SecretaryGrade grade) {
    return grade == null ? null : grade.name();
  }
}
