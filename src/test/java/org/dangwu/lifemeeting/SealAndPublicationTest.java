package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.models.Proves;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** After the meeting: what was said there stays there, and what may be known is made known. */
@IntegrationTest
@AutoConfigureMockMvc
class SealAndPublicationTest {

  private static final String SECRET = "成员2：三个月没有下过一次车间，群众有意见找不到人反映。";

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private Dossiers dossiers;
  @Autowired private Clock clock;

  private MeetingBody body;
  private Deployment probe;
  private String principal;
  private String archivist;
  private String member;

  @BeforeEach
  void meeting() {
    probe =
        repository
            .createDeployment()
            .addClasspathResource("lifemeeting/publication-probe.bpmn")
            .deploy();
    body = new MeetingBody(jdbc, runtime, tasks, identity, clock);
    principal = body.appoint(body.member(1), "principal");
    member = body.appoint(body.member(2), "member");
    archivist = body.appoint(body.prefix + "archivist", "archivist");
  }

  @AfterEach
  void clearAway() {
    identity.clearAuthentication();
    repository.deleteDeployment(probe.getId(), true);
  }

  // ---- seal

  @Proves("A25")
  @Test
  void sealedMinutesOpenOnlyForTheListAndOnlyWithAReasonThatIsLogged() throws Exception {
    held();
    String address = minutes();
    String cover = shown(get(address), member);
    assertThat(cover)
        .contains("本文书已封存", "查阅范围", "主要负责人", "记录人", "上级纪检机关")
        .doesNotContain("车间", "watermarked");
    assertThat(shown(post(address).param("reason", " "), member))
        .contains("请填写查阅事由")
        .doesNotContain("车间");
    assertThat(shown(post(address).param("reason", "核对对本人的批评"), member))
        .contains("车间", "watermarked", "本次查阅已记录");
    assertThat(status(get(address), body.stranger)).isEqualTo(403);
    assertThat(status(post(address).param("reason", "看看而已"), body.stranger)).isEqualTo(403);
    String log = shown(get("/dossier/case/" + body.caseId + "/log"), principal);
    assertThat(log).contains("核对对本人的批评", member, "查阅被拒绝", body.stranger).doesNotContain("车间");
    assertThat(shown(get("/dossier/case/" + body.caseId + "/log"), archivist)).contains(member);
    assertThat(status(get("/dossier/case/" + body.caseId + "/log"), member)).isEqualTo(403);
  }

  @Proves("A25")
  @Test
  void beforeTheMeetingEndsNothingIsSealed() throws Exception {
    Task task = writing("成员1：要改。");
    dossiers.finish(minutesKey(), body.recorder);
    assertThat(shown(get(minutes()), member)).contains("要改", "watermarked");
    assertThat(task).isNotNull();
  }

  @Test
  void laterTaskThatReadsSealedMinutesLeadsToThemAndDoesNotShowThem() throws Exception {
    Task notice = held();
    assertThat(shown(get("/dossier/task/" + notice.getId()), body.recorder))
        .contains("本文书已封存", "说明事由后查阅")
        .doesNotContain("车间");
  }

  @Test
  void filesOfASealedDocumentComeOnlyAfterOpeningItAndOnlyToHimWhoDid() throws Exception {
    DocumentKey summary = DocumentKey.of(body.caseId, "minutesSummary");
    held();
    dossiers.write(summary, Map.of("summary", "总结", "requirements", "要求"), body.recorder);
    String scan =
        "/dossier/file/"
            + dossiers
                .attach(summary, "签字记录.txt", "签字".getBytes(StandardCharsets.UTF_8), body.recorder)
                .id();
    String document = "/dossier/document/" + dossiers.finish(summary, body.recorder).id();
    assertThat(status(get(scan), member)).isEqualTo(403);
    String opening = opening(shown(post(document).param("reason", "核对签字"), member));
    assertThat(status(get(scan).param("opening", opening), member)).isEqualTo(200);
    assertThat(status(get(scan).param("opening", opening), principal)).isEqualTo(403);
    jdbc.sql("update dossier_opening set opened_at = ? where id = ?")
        .params(clock.instant().minusSeconds(1801).atOffset(java.time.ZoneOffset.UTC), opening)
        .update();
    assertThat(status(get(scan).param("opening", opening), member)).isEqualTo(403);
  }

  @Proves("A25")
  @Test
  void watermarkNamesTheReaderWithNumberAndTimeOnThePageAndInWord() throws Exception {
    MockHttpServletResponse picture = answer(get("/dossier/watermark.svg"), member);
    assertThat(picture.getContentType()).startsWith("image/svg+xml");
    assertThat(picture.getHeader("Cache-Control")).contains("no-store");
    assertThat(picture.getContentAsString(StandardCharsets.UTF_8))
        .contains(member + " " + member)
        .containsPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    held();
    DocumentKey feedback = DocumentKey.of(body.caseId, "opinionFeedback");
    dossiers.write(feedback, Map.of("body", "意见", "date", "2026-11-02"), body.recorder);
    String word = dossiers.generate(feedback, body.recorder).id();
    String document = "/dossier/document/" + dossiers.finish(feedback, body.recorder).id();
    String opening = opening(shown(post(document).param("reason", "归档"), body.recorder));
    byte[] bytes =
        answer(get("/dossier/file/" + word).param("opening", opening), body.recorder)
            .getContentAsByteArray();
    try (var docx =
        new org.apache.poi.xwpf.usermodel.XWPFDocument(new ByteArrayInputStream(bytes))) {
      assertThat(docx.getFooterList().stream().map(f -> f.getText()).reduce("", String::concat))
          .contains(body.recorder + " " + body.recorder);
    }
    assertThat(shown(get("/dossier/case/" + body.caseId + "/log"), principal))
        .contains("导出文书", "归档");
  }

  @Proves("A23")
  @Test
  void minutesMustSayWhoCriticised() {
    Task task = writing("有人认为下基层太少。");
    assertThatThrownBy(() -> body.as(body.recorder, () -> tasks.complete(task.getId())))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("第1段")
        .hasMessageNotContaining("下基层");
  }

  // ---- redaction

  @Proves("A30")
  @Test
  void noticeThatRepeatsTheMinutesIsRefusedWithoutRepeatingThem() throws Exception {
    Task notice = held();
    draft("会议按程序进行。有的成员三个月没有下过一次车间。");
    assertThatThrownBy(() -> body.as(body.recorder, () -> tasks.complete(notice.getId())))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("《民主生活会情况通报》“通报内容”第2句")
        .hasMessageContaining("《会议记录（三）逐人对照检查和批评》")
        .hasMessageNotContaining("车间");
    assertThat(dossiers.isFinal(DocumentKey.of(body.caseId, "downwardNotice"))).isFalse();
    String page = shown(get(redaction()), body.recorder);
    assertThat(page).contains("有的成员三个月没有下过一次车间。").doesNotContain("找不到人", "同意公开这一句");
    assertThat(status(get(redaction()), member)).isEqualTo(403);
    assertThat(status(get(redaction()), body.stranger)).isEqualTo(403);
    draft("会议按程序进行，查找了深入基层方面的问题，已列入整改清单。");
    body.as(body.recorder, () -> tasks.complete(notice.getId()));
    assertThat(dossiers.isFinal(DocumentKey.of(body.caseId, "downwardNotice"))).isTrue();
  }

  @Proves("A30")
  @Test
  void onlyThePrincipalLetsASentenceStandAndOnlyThatSentence() throws Exception {
    Task notice = held();
    draft("三个月没有下过一次车间的情况已经整改。");
    String fingerprint = fingerprint(shown(get(redaction()), principal));
    MockHttpServletRequestBuilder decision =
        post(redaction())
            .param("type", "downwardNotice")
            .param("sentence", fingerprint)
            .param("reason", "群众已经知情，公开有利于监督");
    assertThat(status(decision, body.recorder)).isEqualTo(403);
    assertThat(
            shown(
                post(redaction())
                    .param("type", "downwardNotice")
                    .param("sentence", fingerprint)
                    .param("reason", "好"),
                principal))
        .contains("请填写确需公开的理由");
    assertThat(
            status(
                post(redaction())
                    .param("type", "downwardNotice")
                    .param("sentence", fingerprint)
                    .param("reason", "群众已经知情，公开有利于监督"),
                principal))
        .isEqualTo(302);
    assertThat(shown(get(redaction()), principal)).contains("主要负责人同意公开", "公开有利于监督");
    draft("三个月没有下过一次车间的情况已经整改。群众有意见找不到人反映的情况也已整改。");
    assertThatThrownBy(() -> body.as(body.recorder, () -> tasks.complete(notice.getId())))
        .hasMessageContaining("第2句");
    draft("三个月没有下过一次车间的情况已经整改。");
    body.as(body.recorder, () -> tasks.complete(notice.getId()));
  }

  @Proves("A30")
  @Test
  void membersAreNotCriticisedByNameAndGiversOfOpinionsAreNotNamed() {
    body.register("王小五", body.body);
    Task notice = held();
    DocumentKey opinions = DocumentKey.of(body.caseId, "opinions");
    dossiers.write(opinions, Map.of("source", "书面", "original", "王小五：审批慢。"), body.recorder);
    draft("成员2担当不够。");
    assertThatThrownBy(() -> body.as(body.recorder, () -> tasks.complete(notice.getId())))
        .hasMessageContaining("姓名与批评用语");
    draft("王小五等同志积极建言。");
    assertThatThrownBy(() -> body.as(body.recorder, () -> tasks.complete(notice.getId())))
        .hasMessageContaining("提出意见人员的姓名（见《征求意见原文》）")
        .hasMessageNotContaining("王小五");
    draft("会议由成员1主持，成员逐一开展批评和自我批评。");
    body.as(body.recorder, () -> tasks.complete(notice.getId()));
  }

  // ---- publication

  @Proves("A30")
  @Test
  void approvedNoticeReachesThoseInsideAndBelowAndMeasuresReachEverybody() throws Exception {
    String below = body.below();
    String inside = body.register("赵内", body.body);
    String lower = body.register("钱下", below);
    Task notice = held();
    draft("会议情况。");
    body.as(body.recorder, () -> tasks.complete(notice.getId()));
    Task approval = open();
    assertThatThrownBy(
            () ->
                body.as(
                    principal,
                    () ->
                        tasks.complete(
                            approval.getId(),
                            Map.of("noticeApproved", "YES", "publicationNeeded", "YES"))))
        .hasMessageContaining("公布稿没有内容");
    body.as(
        principal,
        () ->
            tasks.complete(
                approval.getId(), Map.of("noticeApproved", "YES", "publicationNeeded", "NO")));
    assertThat(inbox("通报")).containsExactlyInAnyOrder(inside, lower);
    String list = shown(get("/published"), lower);
    assertThat(list).contains("民主生活会情况通报");
    String address = link(list);
    assertThat(shown(get(address), inside)).contains("会议情况。");
    assertThat(status(get(address), body.stranger)).isEqualTo(404);
    assertThat(shown(get("/published"), body.stranger)).doesNotContain(address);

    DocumentKey measures = DocumentKey.of(body.caseId, "publicMeasures");
    dossiers.write(measures, Map.of("text", "办事窗口延时服务。"), body.recorder);
    dossiers.finish(measures, body.recorder);
    Task publishing = open();
    tasks.claim(publishing.getId(), body.recorder);
    assertThat(shown(get("/life-meeting/task/" + publishing.getId() + "/publish"), body.recorder))
        .contains("办事窗口延时服务。", "2 人发送站内消息");
    body.as(body.recorder, () -> tasks.complete(publishing.getId()));
    assertThat(inbox("公布")).containsExactlyInAnyOrder(inside, lower);
    assertThat(shown(get(link(shown(get("/published"), body.stranger))), body.stranger))
        .contains("办事窗口延时服务。");
  }

  // ---- helpers

  /** The meeting is over: minutes are final and sealed; the notice is to be drafted. */
  private Task held() {
    Task task = writing(SECRET);
    body.as(body.recorder, () -> tasks.complete(task.getId()));
    Task notice = open();
    tasks.claim(notice.getId(), body.recorder);
    return notice;
  }

  private Task writing(String criticism) {
    Task task = body.reach("publication-probe", "Task_Minutes");
    runtime.setVariable(body.instance, "member", body.member(3));
    runtime.setVariable(body.instance, "principal", principal);
    dossiers.write(
        minutesKey(), Map.of("self", "联系群众不够经常。", "criticism", criticism), body.recorder);
    return task;
  }

  private void draft(String text) {
    dossiers.write(
        DocumentKey.of(body.caseId, "downwardNotice"),
        Map.of("scope", "下属单位", "text", text),
        body.recorder);
    dossiers.write(
        DocumentKey.of(body.caseId, "publicMeasures"), Map.of("text", ""), body.recorder);
  }

  private Task open() {
    return tasks.createTaskQuery().processInstanceId(body.instance).singleResult();
  }

  private DocumentKey minutesKey() {
    return DocumentKey.about(body.caseId, "minutesMember", body.member(3));
  }

  private String minutes() {
    return "/dossier/document/" + dossiers.find(minutesKey()).orElseThrow().id();
  }

  private String redaction() {
    return "/dossier/case/" + body.caseId + "/redaction";
  }

  private List<String> inbox(String word) {
    return jdbc.sql(
            "select recipient from notification_message where organization = ? and subject like ?")
        .params(body.body, "%" + word + "%")
        .query(String.class)
        .list();
  }

  private static String opening(String page) {
    return found("opening=([0-9a-f-]{36})", page);
  }

  private static String fingerprint(String page) {
    return found("name=\"sentence\" value=\"([0-9a-f]{64})\"", page);
  }

  private static String link(String page) {
    return found("href=\"(/published/[0-9a-f-]{36})\"", page);
  }

  private static String found(String pattern, String page) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
    return matcher.group(1);
  }

  private String shown(MockHttpServletRequestBuilder request, String person) throws Exception {
    MockHttpServletResponse response = answer(request, person);
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private int status(MockHttpServletRequestBuilder request, String person) throws Exception {
    return answer(request, person).getStatus();
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String person)
      throws Exception {
    List<String> groups =
        identity.createGroupQuery().groupMember(person).list().stream()
            .map(group -> group.getId())
            .toList();
    identity.setAuthentication(person, groups, List.of(body.prefix + "A"));
    try {
      return web.perform(request.with(user(person)).with(csrf())).andReturn().getResponse();
    } finally {
      identity.clearAuthentication();
    }
  }
}
