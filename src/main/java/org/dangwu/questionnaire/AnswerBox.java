package org.dangwu.questionnaire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where answers lie until the questionnaire is closed. Whoever reads the table finds each answer by
 * itself, in an order that says nothing about who came when.
 */
@Component
class AnswerBox {

  private final JdbcClient jdbc;
  private final QuestionnaireProperties properties;

  AnswerBox(JdbcClient jdbc, QuestionnaireProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  /**
   * Takes the answers of one form.
   *
   * @param form its one-time number
   * @param answers topic to text, none of them blank
   */
  @Transactional
  Outcome put(String questionnaireId, String form, Map<String, String> answers) {
    String fingerprint = Tokens.sha256(form);
    // The first statement locks the questionnaire: forms come in one after another.
    if (!count(questionnaireId, answers)) {
      return isOpen(questionnaireId) ? Outcome.FULL : Outcome.CLOSED;
    }
    if (isKnown(questionnaireId, fingerprint)) {
      uncount(questionnaireId, answers);
      return Outcome.KNOWN;
    }
    jdbc.sql("insert into questionnaire_form (questionnaire_id, form_hash) values (?, ?)")
        .params(questionnaireId, fingerprint)
        .update();
    answers.forEach((topic, text) -> mixIn(questionnaireId, topic, text));
    return Outcome.TAKEN;
  }

  /** Takes everything out, in random order. The caller has closed the questionnaire. */
  List<Answer> empty(String questionnaireId) {
    List<Answer> answers =
        new ArrayList<>(
            jdbc.sql(
                    "select topic, content from questionnaire_answer where questionnaire_id = ?"
                        + " order by id")
                .param(questionnaireId)
                .query((row, n) -> new Answer(row.getString("topic"), row.getString("content")))
                .list());
    Collections.shuffle(answers, Tokens.RANDOM);
    for (String table : List.of("questionnaire_answer", "questionnaire_form")) {
      jdbc.sql("delete from " + table + " where questionnaire_id = ?")
          .param(questionnaireId)
          .update();
    }
    return answers;
  }

  /**
   * Puts the text into a place drawn by lot among all of its topic and what lay there into the new
   * row: after each addition every order is equally likely.
   */
  private void mixIn(String questionnaireId, String topic, String text) {
    List<String> places =
        jdbc.sql("select id from questionnaire_answer where questionnaire_id = ? and topic = ?")
            .params(questionnaireId, topic)
            .query(String.class)
            .list();
    int lot = Tokens.RANDOM.nextInt(places.size() + 1);
    String moved = text;
    if (lot < places.size()) {
      moved =
          jdbc.sql("select content from questionnaire_answer where id = ?")
              .param(places.get(lot))
              .query(String.class)
              .single();
      jdbc.sql("update questionnaire_answer set content = ? where id = ?")
          .params(text, places.get(lot))
          .update();
    }
    jdbc.sql(
            "insert into questionnaire_answer (id, questionnaire_id, topic, content)"
                + " values (?, ?, ?, ?)")
        .params(Tokens.random(), questionnaireId, topic, moved)
        .update();
  }

  private boolean count(String questionnaireId, Map<String, String> answers) {
    return jdbc.sql(
                "update questionnaire set received = received + 1, characters = characters + ?"
                    + " where id = ? and closed = false and received < ? and characters + ? <= ?")
            .params(
                length(answers),
                questionnaireId,
                properties.maxForms(),
                length(answers),
                properties.maxCharacters())
            .update()
        == 1;
  }

  private void uncount(String questionnaireId, Map<String, String> answers) {
    jdbc.sql(
            "update questionnaire set received = received - 1, characters = characters - ?"
                + " where id = ?")
        .params(length(answers), questionnaireId)
        .update();
  }

  private boolean isOpen(String questionnaireId) {
    return jdbc.sql("select count(*) from questionnaire where id = ? and closed = false")
            .param(questionnaireId)
            .query(Integer.class)
            .single()
        > 0;
  }

  private boolean isKnown(String questionnaireId, String fingerprint) {
    return jdbc.sql(
                "select count(*) from questionnaire_form where questionnaire_id = ? and form_hash = ?")
            .params(questionnaireId, fingerprint)
            .query(Integer.class)
            .single()
        > 0;
  }

  private static int length(Map<String, String> answers) {
    return answers.values().stream().mapToInt(text -> text.codePointCount(0, text.length())).sum();
  }

  /** What became of a form. */
  enum Outcome {
    TAKEN,
    /** The same form was sent before; it counts once. */
    KNOWN,
    CLOSED,
    FULL
  }
}
