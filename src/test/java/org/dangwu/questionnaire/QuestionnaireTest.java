package org.dangwu.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dangwu.models.Proves;
import org.dangwu.questionnaire.AnswerBox.Outcome;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The anonymous page and what is kept of those who use it: nothing. */
@IntegrationTest
@AutoConfigureMockMvc
@Import(AdjustableClock.Configuration.class)
class QuestionnaireTest {

  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final LocalDate LAST_DAY = TODAY.plusDays(7);

  @Autowired private Questionnaires questionnaires;
  @Autowired private AnswerBox box;
  @Autowired private JdbcClient jdbc;
  @Autowired private MockMvc web;
  @Autowired private AdjustableClock clock;

  private final String caseId = UUID.randomUUID().toString();
  private String token;
  private String id;

  @BeforeEach
  void publishOne() {
    clock.setTo(TODAY);
    token = questionnaires.publish(draft(caseId, LAST_DAY));
    id = questionnaires.ofCase(caseId).orElseThrow().id();
  }

  @Proves("A09")
  @Test
  void peopleWithoutAccountSeeWhoAsksAndWhatForAndLeaveNoTrace() throws Exception {
    MockHttpServletResponse page = ask();
    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getContentAsString())
        .contains("县水务局党组", "如实反馈", "2026年11月9日", "不得填写涉密内容", "您对张三同志有哪些意见建议？");
    MockHttpServletResponse thanks =
        send(form(page), Map.of("answer1", "多下基层", "answer3", "说话和气些"));
    assertThat(thanks.getStatus()).isEqualTo(200);
    assertThat(thanks.getContentAsString()).contains("您的意见已经收到");
    assertThat(List.of(page, thanks))
        .allSatisfy(
            answer -> {
              assertThat(answer.getCookies()).isEmpty();
              assertThat(answer.getHeader("Set-Cookie")).isNull();
              assertThat(answer.getHeader("X-Robots-Tag")).contains("noindex");
              assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
            });
    assertThat(questionnaires.close(id))
        .containsExactlyInAnyOrder(new Answer("BODY", "多下基层"), new Answer("MEMBER:p1", "说话和气些"));
  }

  @Test
  void theSameFormSentAgainDoesNotCountTwice() throws Exception {
    String form = form(ask());
    send(form, Map.of("answer1", "一"));
    assertThat(send(form, Map.of("answer1", "一")).getContentAsString()).contains("不会重复计入");
    assertThat(questionnaires.ofCase(caseId).orElseThrow().received()).isOne();
    assertThat(questionnaires.close(id)).hasSize(1);
  }

  @Test
  void formsThatThisQuestionnaireDidNotHandOutAreRefusedAndTheTextStays() throws Exception {
    String elsewhere = questionnaires.publish(draft(UUID.randomUUID().toString(), LAST_DAY));
    String foreign = form(web.perform(get("/q/" + elsewhere)).andReturn().getResponse());
    for (String forged : List.of("", "x", "x.y", foreign, form(ask()) + "x")) {
      MockHttpServletResponse answer = send(forged, Map.of("answer1", "写好的话"));
      assertThat(answer.getStatus()).as(forged).isEqualTo(403);
      assertThat(answer.getContentAsString()).contains("意见尚未提交", "写好的话");
    }
    MockHttpServletResponse crossSite =
        perform(
            post("/q/" + token)
                .header("Sec-Fetch-Site", "cross-site")
                .param("form", form(ask()))
                .param("answer1", "写好的话"));
    assertThat(crossSite.getStatus()).isEqualTo(403);
    assertThat(questionnaires.close(id)).isEmpty();
  }

  @Test
  void emptyLongAndHugeFormsAreRefusedInChinese() throws Exception {
    String form = form(ask());
    assertThat(send(form, Map.of("answer1", " \n ")).getContentAsString()).contains("请至少填写一项意见");
    assertThat(send(form, Map.of("answer1", "长".repeat(2001))).getContentAsString())
        .contains("每项意见最多 2000 字");
    MockHttpServletResponse huge =
        perform(
            post("/q/" + token)
                .contentType("application/x-www-form-urlencoded")
                .content("answer1=" + "x".repeat(600_000)));
    assertThat(huge.getStatus()).isEqualTo(413);
    assertThat(huge.getContentAsString()).contains("内容过长");
    assertThat(send(form, Map.of("answer1", "长".repeat(2000))).getStatus()).isEqualTo(200);
  }

  @Test
  void charactersThatNoDatabaseHoldsAreTakenOut() throws Exception {
    send(form(ask()), Map.of("answer1", "一\u0000二\r\n三\u0007"));
    assertThat(questionnaires.close(id)).containsExactly(new Answer("BODY", "一二\n三"));
  }

  @Test
  void anAddressThatFloodsIsAskedToWaitAndKeepsItsText() throws Exception {
    String address = "10.9.8." + (int) (Math.random() * 250);
    MockHttpServletResponse last = null;
    for (int i = 0; i <= 60; i++) {
      last = sendFrom(address, form(ask()), Map.of("answer1", "第" + i + "份"));
    }
    assertThat(last.getStatus()).isEqualTo(429);
    assertThat(last.getContentAsString()).contains("请过十分钟", "第60份");
    assertThat(sendFrom("10.9.9.9", form(ask()), Map.of("answer1", "别处")).getStatus())
        .isEqualTo(200);
    assertThat(questionnaires.close(id)).hasSize(61);
  }

  @Test
  void unknownRenewedExpiredAndClosedLinksAreAnsweredPolitely() throws Exception {
    assertThat(web.perform(get("/q/nothing")).andReturn().getResponse().getContentAsString())
        .contains("没有找到这份问卷");
    String old = token;
    token = questionnaires.renewLink(id);
    MockHttpServletResponse renewed = web.perform(get("/q/" + old)).andReturn().getResponse();
    assertThat(renewed.getStatus()).isEqualTo(404);
    assertThat(renewed.getContentAsString()).contains("已经更换");
    String form = form(ask());
    clock.setTo(LAST_DAY);
    assertThat(ask().getStatus()).isEqualTo(200);
    clock.setTo(LAST_DAY.plusDays(1));
    assertThat(ask().getStatus()).isEqualTo(410);
    assertThat(send(form, Map.of("answer1", "晚了")).getContentAsString()).contains("已经结束");
    questionnaires.moveClosing(id, LAST_DAY.plusDays(2));
    assertThat(send(form, Map.of("answer1", "还来得及")).getStatus()).isEqualTo(200);
    questionnaires.close(id);
    assertThat(send(form(form), Map.of("answer1", "晚了")).getStatus()).isEqualTo(410);
    assertThatThrownBy(() -> questionnaires.close(id)).isInstanceOf(QuestionnaireRefused.class);
    assertThatThrownBy(() -> questionnaires.renewLink(id)).isInstanceOf(QuestionnaireRefused.class);
  }

  @Test
  void onlyOneQuestionnaireIsOpenForACaseAndDatesGoneByAreRefused() {
    assertThatThrownBy(() -> questionnaires.publish(draft(caseId, LAST_DAY)))
        .hasMessageContaining("已有一份问卷正在征集");
    assertThatThrownBy(
            () -> questionnaires.publish(draft(UUID.randomUUID().toString(), TODAY.minusDays(1))))
        .hasMessageContaining("截止日期");
    assertThatThrownBy(() -> questionnaires.moveClosing(id, TODAY.minusDays(1)))
        .hasMessageContaining("截止日期");
    questionnaires.close(id);
    assertThat(questionnaires.publish(draft(caseId, LAST_DAY))).isNotEqualTo(token);
  }

  @Proves("A09")
  @Test
  void theTablesOfAnswersHaveNoPlaceForPersonAddressTimeOrOrder() {
    assertThat(columns("questionnaire_answer"))
        .containsExactlyInAnyOrder("id", "questionnaire_id", "topic", "content");
    assertThat(columns("questionnaire_form"))
        .containsExactlyInAnyOrder("questionnaire_id", "form_hash");
    assertThat(columns("questionnaire"))
        .noneMatch(column -> Set.of("updated_at", "last_answer").contains(column));
  }

  @Proves("A09")
  @Test
  void whereAnAnswerLiesAndHowItIsHandedOverSayNothingAboutWhoCameWhen() {
    List<String> sent = IntStream.range(0, 40).mapToObj(n -> "意见" + n).toList();
    sent.forEach(text -> box.put(id, "form" + text, Map.of("BODY", text)));
    List<String> lying =
        jdbc.sql("select content from questionnaire_answer where questionnaire_id = ?")
            .param(id)
            .query(String.class)
            .list();
    List<String> handedOver = questionnaires.close(id).stream().map(Answer::text).toList();
    assertThat(lying).containsExactlyInAnyOrderElementsOf(sent).isNotEqualTo(sent);
    assertThat(handedOver).containsExactlyInAnyOrderElementsOf(sent);
    // By chance alone the probability of each of these is 1 : 40!.
    assertThat(handedOver).isNotEqualTo(sent).isNotEqualTo(lying);
    assertThat(first(sent, 200)).as("any answer may come first").hasSizeGreaterThan(2);
  }

  @Test
  void answersOfOneFormCannotBePutTogetherAndNothingStaysAfterTheEnd() {
    box.put(id, "one", Map.of("BODY", "甲之一", "MEMBER:p1", "甲之二"));
    box.put(id, "two", Map.of("BODY", "乙之一", "MEMBER:p1", "乙之二"));
    List<String> ids =
        jdbc.sql("select id from questionnaire_answer where questionnaire_id = ?")
            .param(id)
            .query(String.class)
            .list();
    assertThat(ids).doesNotHaveDuplicates().hasSize(4);
    questionnaires.close(id);
    for (String table : List.of("questionnaire_answer", "questionnaire_form")) {
      assertThat(
              jdbc.sql("select count(*) from " + table + " where questionnaire_id = ?")
                  .param(id)
                  .query(Integer.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void theLinkIsKeptAsFingerprintAlone() {
    assertThat(jdbc.sql("select * from questionnaire where id = ?").param(id).query().singleRow())
        .containsValue(Tokens.sha256(token))
        .doesNotContainValue(token);
  }

  @Test
  void formsThatComeAtTheSameMomentAreAllKept() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Outcome>> forms = new ArrayList<>();
      for (int n = 0; n < 60; n++) {
        String text = "同时" + n;
        forms.add(() -> box.put(id, "form" + text, Map.of("BODY", text, "THEME", text)));
      }
      for (Future<Outcome> sent : people.invokeAll(forms)) {
        assertThat(sent.get()).isEqualTo(Outcome.TAKEN);
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(questionnaires.ofCase(caseId).orElseThrow().received()).isEqualTo(60);
    assertThat(questionnaires.close(id)).hasSize(120).doesNotHaveDuplicates();
  }

  private Set<String> first(List<String> sent, int rounds) {
    Set<String> first = new HashSet<>();
    for (int round = 0; round < rounds / 20; round++) {
      String other = UUID.randomUUID().toString();
      questionnaires.publish(draft(other, LAST_DAY));
      String otherId = questionnaires.ofCase(other).orElseThrow().id();
      sent.subList(0, 8).forEach(text -> box.put(otherId, text, Map.of("BODY", text)));
      first.add(questionnaires.close(otherId).get(0).text());
    }
    return first;
  }

  private List<String> columns(String table) {
    return jdbc
        .sql(
            "select lower(column_name) from information_schema.columns where lower(table_name) = ?")
        .param(table)
        .query(String.class)
        .list()
        .stream()
        .distinct()
        .toList();
  }

  private MockHttpServletResponse ask() throws Exception {
    return perform(get("/q/" + token));
  }

  private MockHttpServletResponse send(String form, Map<String, String> answers) throws Exception {
    return sendFrom("192.0.2." + (int) (Math.random() * 250), form, answers);
  }

  private MockHttpServletResponse sendFrom(String address, String form, Map<String, String> answers)
      throws Exception {
    MockHttpServletRequestBuilder request = post("/q/" + token).param("form", form);
    answers.forEach(request::param);
    return perform(
        request.with(
            sent -> {
              sent.setRemoteAddr(address);
              return sent;
            }));
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse response = web.perform(request).andReturn().getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }

  private static String form(MockHttpServletResponse page) throws Exception {
    return form(page.getContentAsString());
  }

  private static String form(String page) {
    Matcher form = FORM.matcher(page);
    return form.find() ? form.group(1) : page;
  }

  private static Draft draft(String caseId, LocalDate closesOn) {
    return new Draft(
        caseId,
        "县水务局党组2026年度民主生活会征求意见",
        "县水务局党组",
        "意见建议如实反馈领导班子及其成员。",
        closesOn,
        List.of(
            new Question("BODY", "您对领导班子有哪些意见建议？"),
            new Question("THEME", "您对会议主题有哪些意见建议？"),
            new Question("MEMBER:p1", "您对张三同志有哪些意见建议？")));
  }
}
