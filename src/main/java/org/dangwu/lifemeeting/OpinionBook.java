package org.dangwu.lifemeeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dangwu.questionnaire.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the opinions of a case as they were given. Answers of a questionnaire can neither be
 * changed nor removed; none is ever left out of what is fed back.
 */
@Component
class OpinionBook {

  private final JdbcClient jdbc;

  OpinionBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<OpinionCollection> collection(String caseId) {
    return jdbc.sql("select * from lifemeeting_collection where case_id = ?")
        .param(caseId)
        .query(
            (row, n) ->
                new OpinionCollection(
                    CollectedBy.valueOf(row.getString("collected_by")),
                    row.getString("collector"),
                    row.getString("scope"),
                    row.getBoolean("none_received")))
        .optional();
  }

  @Transactional
  void describe(String caseId, OpinionCollection collection) {
    jdbc.sql("delete from lifemeeting_collection where case_id = ?").param(caseId).update();
    jdbc.sql(
            "insert into lifemeeting_collection (case_id, collected_by, collector, scope,"
                + " none_received) values (?, ?, ?, ?, ?)")
        .params(
            caseId,
            collection.collectedBy().name(),
            collection.collector(),
            collection.scope(),
            collection.noneReceived())
        .update();
  }

  /** All opinions by number. */
  List<Opinion> of(String caseId) {
    return jdbc.sql("select * from lifemeeting_opinion where case_id = ? order by opinion_no")
        .param(caseId)
        .query(OpinionBook::opinion)
        .list();
  }

  List<OpinionGroup> groups(String caseId) {
    return jdbc.sql("select * from lifemeeting_opinion_group where case_id = ? order by id")
        .param(caseId)
        .query(
            (row, n) ->
                new OpinionGroup(
                    row.getString("id"),
                    new Addressee(row.getString("addressee")),
                    row.getString("content")))
        .list();
  }

  @Transactional
  void add(String caseId, OpinionSource source, Addressee addressee, String text) {
    insert(caseId, next(caseId), source, addressee, text);
  }

  /** Takes over answers in the order given, which is random within each addressee. */
  @Transactional
  void takeOver(String caseId, List<Answer> answers) {
    int number = next(caseId);
    for (Answer answer : answers) {
      insert(
          caseId,
          number++,
          OpinionSource.QUESTIONNAIRE,
          new Addressee(answer.topic()),
          answer.text());
    }
  }

  /** Removes what was entered by hand by mistake; false when there is nothing to remove. */
  boolean remove(String caseId, String id) {
    return jdbc.sql(
                "delete from lifemeeting_opinion where case_id = ? and id = ?"
                    + " and source <> 'QUESTIONNAIRE'")
            .params(caseId, id)
            .update()
        == 1;
  }

  /** Marks an opinion as handed over to the discipline commission, or takes the mark back. */
  boolean handOver(String caseId, String id, String receipt) {
    return jdbc.sql(
                "update lifemeeting_opinion set handed_over = ?, group_id = null"
                    + " where case_id = ? and id = ?")
            .params(receipt, caseId, id)
            .update()
        == 1;
  }

  /**
   * Feeds opinions back as one sentence.
   *
   * @return how many of them belong to that addressee and were not yet in a group
   */
  @Transactional
  int group(String caseId, Addressee addressee, List<String> ids, String text) {
    String group = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into lifemeeting_opinion_group (id, case_id, addressee, content)"
                + " values (?, ?, ?, ?)")
        .params(group, caseId, addressee.key(), text)
        .update();
    int grouped = 0;
    for (String id : ids) {
      grouped +=
          jdbc.sql(
                  "update lifemeeting_opinion set group_id = ? where id = ? and case_id = ?"
                      + " and addressee = ? and group_id is null and handed_over is null")
              .params(group, id, caseId, addressee.key())
              .update();
    }
    return grouped;
  }

  @Transactional
  void ungroup(String caseId, String groupId) {
    jdbc.sql("update lifemeeting_opinion set group_id = null where case_id = ? and group_id = ?")
        .params(caseId, groupId)
        .update();
    jdbc.sql("delete from lifemeeting_opinion_group where case_id = ? and id = ?")
        .params(caseId, groupId)
        .update();
  }

  private void insert(
      String caseId, int number, OpinionSource source, Addressee addressee, String text) {
    jdbc.sql(
            "insert into lifemeeting_opinion (id, case_id, opinion_no, source, addressee, content)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(UUID.randomUUID().toString(), caseId, number, source.name(), addressee.key(), text)
        .update();
  }

  private int next(String caseId) {
    return jdbc.sql(
            "select coalesce(max(opinion_no), 0) + 1 from lifemeeting_opinion where case_id = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  private static Opinion opinion(ResultSet row, int n) throws SQLException {
    return new Opinion(
        row.getString("id"),
        row.getInt("opinion_no"),
        OpinionSource.valueOf(row.getString("source")),
        new Addressee(row.getString("addressee")),
        row.getString("content"),
        row.getString("handed_over"),
        row.getString("group_id"));
  }
}
