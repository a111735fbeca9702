package org.dangwu.debriefing.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.debriefing.appraisal.Study.Absence;
import org.dangwu.debriefing.appraisal.Study.Vote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the studies, by the task in which each was recorded; one that is over never changes. */
@Component("debriefStudyBook")
class StudyBook {

  private static final String OVER = " where case_id = ? and outcome is not null";

  private final JdbcClient jdbc;
  private final Clock clock;

  StudyBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Study> find(String taskId) {
    return jdbc.sql("select * from debriefing_study where task_id = ?")
        .param(taskId)
        .query(this::study)
        .optional();
  }

  /** Those that are over, oldest first. */
  List<Study> held(String caseId) {
    return jdbc.sql("select * from debriefing_study" + OVER + " order by study_number")
        .param(caseId)
        .query(this::study)
        .list();
  }

  Optional<Study> latest(String caseId) {
    return held(caseId).stream().reduce((earlier, later) -> later);
  }

  int next(String caseId) {
    return 1
        + jdbc.sql("select count(*) from debriefing_study" + OVER)
            .param(caseId)
            .query(Integer.class)
            .single();
  }

  /** Replaces what was recorded in this task before. */
  @Transactional
  void save(String caseId, Study study, String user) {
    for (String table :
        List.of(
            "debriefing_study_recusal",
            "debriefing_study_vote",
            "debriefing_study_absence",
            "debriefing_study")) {
      jdbc.sql("delete from " + table + " where task_id = ?").param(study.taskId()).update();
    }
    jdbc.sql(
            "insert into debriefing_study (task_id, case_id, study_number, held_on, due, present,"
                + " chair, host_last, sent_back, discussion, saved_by, saved_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(study.taskId())
        .param(caseId)
        .param(study.number())
        .param(study.heldOn())
        .param(study.due())
        .param(study.present())
        .param(study.chair())
        .param(study.hostLast())
        .param(study.sentBack())
        .param(study.discussion())
        .param(user)
        .param(OffsetDateTime.now(clock))
        .update();
    study.absences().forEach(absence -> add(study, absence));
    study.votes().forEach(vote -> add(study, vote));
  }

  void settle(String taskId, String outcome) {
    jdbc.sql("update debriefing_study set outcome = ? where task_id = ? and outcome is null")
        .params(outcome, taskId)
        .update();
  }

  private void add(Study study, Absence absence) {
    jdbc.sql(
            "insert into debriefing_study_absence (task_id, person_id, written_opinion)"
                + " values (?, ?, ?)")
        .params(study.taskId(), absence.personId(), absence.writtenOpinion())
        .update();
  }

  private void add(Study study, Vote vote) {
    jdbc.sql(
            "insert into debriefing_study_vote (task_id, entry_id, grade, reason, approve, against,"
                + " abstain) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            study.taskId(),
            vote.entryId(),
            vote.grade().name(),
            vote.reason(),
            vote.approve(),
            vote.against(),
            vote.abstain())
        .update();
    vote.recused()
        .forEach(
            person ->
                jdbc.sql(
                        "insert into debriefing_study_recusal (task_id, entry_id, person_id)"
                            + " values (?, ?, ?)")
                    .params(study.taskId(), vote.entryId(), person)
                    .update());
  }

  private Study study(ResultSet row, int number) throws SQLException {
    String task = row.getString("task_id");
    return new Study(
        task,
        row.getInt("study_number"),
        row.getObject("held_on", LocalDate.class),
        row.getInt("due"),
        row.getInt("present"),
        row.getString("chair"),
        row.getBoolean("host_last"),
        row.getBoolean("sent_back"),
        row.getString("discussion"),
        jdbc.sql("select * from debriefing_study_absence where task_id = ? order by person_id")
            .param(task)
            .query(
                (one, n) ->
                    new Absence(one.getString("person_id"), one.getString("written_opinion")))
            .list(),
        votes(task),
        row.getString("outcome"));
  }

  private List<Vote> votes(String task) {
    Map<String, Set<String>> recused =
        jdbc
            .sql("select entry_id, person_id from debriefing_study_recusal where task_id = ?")
            .param(task)
            .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    return jdbc.sql("select * from debriefing_study_vote where task_id = ? order by entry_id")
        .param(task)
        .query(
            (row, n) ->
                new Vote(
                    row.getString("entry_id"),
                    SecretaryGrade.valueOf(row.getString("grade")),
                    row.getString("reason"),
                    row.getInt("approve"),
                    row.getInt("against"),
                    row.getInt("abstain"),
                    recused.getOrDefault(row.getString("entry_id"), Set.of())))
        .list();
  }
}
