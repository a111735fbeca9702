package org.dangwu.questionnaire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** Publishes, finds and closes questionnaires. */
@Service
class QuestionnaireStore implements Questionnaires {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_LABEL = 300;
  private static final int LONGEST_INTRODUCTION = 2000;
  private static final int LONGEST_RUN = 180;

  private final JdbcClient jdbc;
  private final AnswerBox box;
  private final QuestionnaireProperties properties;
  private final Sentences sentences;
  private final Clock clock;

  QuestionnaireStore(
      JdbcClient jdbc,
      AnswerBox box,
      QuestionnaireProperties properties,
      Sentences sentences,
      Clock clock) {
    this.jdbc = jdbc;
    this.box = box;
    this.properties = properties;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Questionnaire> ofCase(String caseId) {
    List<Questionnaire> found =
        jdbc.sql(
                "select * from questionnaire where case_id = ? order by open_case nulls last, closes_on desc, id")
            .param(caseId)
            .query(this::questionnaire)
            .list();
    return found.stream().findFirst();
  }

  @Override
  @Transactional
  public String publish(Draft draft) {
    check(draft);
    String id = UUID.randomUUID().toString();
    String token = Tokens.random();
    try {
      jdbc.sql(
              "insert into questionnaire (id, case_id, open_case, title, asker, introduction,"
                  + " closes_on, closed, token_hash, form_key, received, characters)"
                  + " values (?, ?, ?, ?, ?, ?, ?, false, ?, ?, 0, 0)")
          .params(
              id,
              draft.caseId(),
              draft.caseId(),
              draft.title().strip(),
              draft.asker().strip(),
              draft.introduction().strip(),
              draft.closesOn(),
              Tokens.sha256(token),
              Tokens.random())
          .update();
    } catch (DuplicateKeyException open) {
      throw sentences.refusal("publish.open");
    }
    for (int i = 0; i < draft.questions().size(); i++) {
      Question question = draft.questions().get(i);
      jdbc.sql(
              "insert into questionnaire_question (questionnaire_id, question_no, topic, label)"
                  + " values (?, ?, ?, ?)")
          .params(id, i + 1, question.topic(), question.label().strip())
          .update();
    }
    return token;
  }

  @Override
  @Transactional
  public String renewLink(String questionnaireId) {
    String token = Tokens.random();
    change(
        "update questionnaire set token_hash = ? where id = ? and closed = false",
        Tokens.sha256(token),
        questionnaireId);
    return token;
  }

  @Override
  @Transactional
  public void moveClosing(String questionnaireId, LocalDate closesOn) {
    checkClosing(closesOn);
    change(
        "update questionnaire set closes_on = ? where id = ? and closed = false",
        closesOn,
        questionnaireId);
  }

  @Override
  public String address(String token, String addressOfApplication) {
    String base =
        StringUtils.hasText(properties.baseUrl()) ? properties.baseUrl() : addressOfApplication;
    return StringUtils.trimTrailingCharacter(base, '/') + "/q/" + token;
  }

  @Override
  @Transactional
  public List<Answer> close(String questionnaireId) {
    change(
        "update questionnaire set closed = true, open_case = null where id = ? and closed = false",
        questionnaireId);
    return box.empty(questionnaireId);
  }

  /** The questionnaire behind an address. */
  @Transactional(readOnly = true)
  Optional<Published> byToken(String token) {
    return jdbc.sql("select * from questionnaire where token_hash = ?")
        .param(Tokens.sha256(token))
        .query((row, n) -> new Published(questionnaire(row, n), row.getString("form_key")))
        .optional();
  }

  private void check(Draft draft) {
    require(draft.title(), LONGEST_TITLE, "publish.title");
    require(draft.asker(), LONGEST_TITLE, "publish.asker");
    require(draft.introduction(), LONGEST_INTRODUCTION, "publish.introduction");
    if (draft.questions().isEmpty()) {
      throw sentences.refusal("publish.questions");
    }
    draft
        .questions()
        .forEach(question -> require(question.label(), LONGEST_LABEL, "publish.label"));
    checkClosing(draft.closesOn());
  }

  private void require(String text, int longest, String sentence) {
    if (text == null || text.isBlank() || text.strip().length() > longest) {
      throw sentences.refusal(sentence, String.valueOf(longest));
    }
  }

  private void checkClosing(LocalDate closesOn) {
    LocalDate today = LocalDate.now(clock);
    if (closesOn == null
        || closesOn.isBefore(today)
        || closesOn.isAfter(today.plusDays(LONGEST_RUN))) {
      throw sentences.refusal("publish.closing", String.valueOf(LONGEST_RUN));
    }
  }

  private void change(String sql, Object... values) {
    if (jdbc.sql(sql).params(values).update() != 1) {
      throw sentences.refusal("closed.already");
    }
  }

  private Questionnaire questionnaire(ResultSet row, int n) throws SQLException {
    String id = row.getString("id");
    return new Questionnaire(
        id,
        row.getString("case_id"),
        row.getString("title"),
        row.getString("asker"),
        row.getString("introduction"),
        row.getObject("closes_on", LocalDate.class),
        row.getBoolean("closed"),
        row.getInt("received"),
        questions(id));
  }

  private List<Question> questions(String id) {
    return jdbc.sql(
            "select topic, label from questionnaire_question where questionnaire_id = ?"
                + " order by question_no")
        .param(id)
        .query((row, n) -> new Question(row.getString("topic"), row.getString("label")))
        .list();
  }

  /**
   * @param formKey signs the one-time numbers of its forms
   */
  record Published(Questionnaire questionnaire, String formKey) {}
}
