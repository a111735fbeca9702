package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.Unrestricted;
import org.dangwu.models.Proves;
import org.dangwu.organization.LeadingMember;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.Parameters;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Opinions, feedback, talks and inquiries of a body of the demo county, by the pages and guards
 * that its people use.
 */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import({AdjustableClock.Configuration.class, Rehearsal.class})
@ExtendWith(OutputCaptureExtension.class)
class PreparationPagesTest {

  private static final String BODY = "YL04";
  private static final Pattern LINK = Pattern.compile("href=\"http://localhost(/q/[^\"]+)\"");
  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService repository;
  @Autowired private HistoryService history;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private Organizations organizations;
  @Autowired private Parameters parameters;
  @Autowired private Dossiers dossiers;
  @Autowired private Unrestricted unrestricted;
  @Autowired private Rehearsal rehearsal;
  @Autowired private AdjustableClock clock;

  private final String caseId = UUID.randomUUID().toString();
  private final MockHttpSession session = new MockHttpSession();
  private List<LeadingMember> members;
  private String clerk;
  private String instance;
  private Task task;

  @BeforeEach
  void people() {
    clock.setTo(LocalDate.of(2026, 11, 2));
    members = organizations.leadingBody(BODY);
    clerk = organizations.holders(Role.OFFICE, BODY).get(0);
    jdbc.sql("delete from lifemeeting_unit_in_charge where organization = ?").param(BODY).update();
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"A09", "A10"})
  @Test
  void opinionsOfAQuestionnaireAndOnPaperBecomeOriginalsAndFeedbackWithoutBeingTypedAgain(
      CapturedOutput output) throws Exception {
    reach("UserTask_CollectOpinions");
    assertRefused("请先登记征求意见的组织方式");
    send(
        "opinions/collection",
        "collectedBy",
        "ORGANIZATION_DEPARTMENT",
        "collector",
        "县委组织部",
        "scope",
        "向机关干部发放匿名问卷");
    publish();
    String link = find(LINK, page("opinions"));
    assertRefused("问卷尚在征集");
    answer(link, "answer1", "甲意见深入基层不够", "answer3", "乙意见说话太急");
    answer(link, "answer1", "丙意见文件太多");
    assertThat(page("opinions")).contains("<strong>2</strong> 份").doesNotContain("甲意见");
    assertThat(send("opinions/questionnaire/close")).contains("收到意见 3 条", "甲意见深入基层不够");
    send("opinions/add", "source", "MASSES", "addressee", key(1), "text", "丁意见作风扎实");
    complete();

    assertThat(runtime.getVariable(instance, "collectedBy")).isEqualTo("ORGANIZATION_DEPARTMENT");
    Map<String, String> export = read(DocumentKey.of(caseId, "questionnaireExport"));
    assertThat(export.get("original"))
        .contains("甲意见深入基层不够", "丙意见文件太多", "乙意见说话太急")
        .doesNotContain("丁意见");
    assertThat(export.get("sha256")).isEqualTo(OpinionDesk.sha256(export.get("original")));
    assertThat(read(DocumentKey.of(caseId, "opinions")).get("original"))
        .contains("匿名问卷　甲意见深入基层不够", "群众　丁意见作风扎实");
    assertThat(read(DocumentKey.of(caseId, "opinions")).get("source"))
        .contains("委托组织部门征求", "县委组织部");

    next("UserTask_FeedbackOpinions");
    assertThat(page("feedback")).contains("甲意见深入基层不够", "丁意见作风扎实", "默认逐条照录");
    assertRefused("请先勾选需要作出说明的成员");
    assertThat(send("feedback/explanations", "member", members.get(4).personId()))
        .contains("没有征求到对" + members.get(4).name() + "的意见");
    assertThat(send("feedback/explanations", "member", members.get(0).personId()))
        .contains("1 人需要作出说明");
    complete();

    assertThat(runtime.getVariable(instance, "flaggedMembers"))
        .isEqualTo(List.of(members.get(0).personId()));
    assertThat(read(DocumentKey.of(caseId, "opinionFeedback")).get("body"))
        .contains("甲意见深入基层不够", "丙意见文件太多")
        .doesNotContain("乙意见", "丁意见");
    assertThat(feedback(0)).contains("乙意见说话太急").doesNotContain("丁意见", "甲意见");
    assertThat(feedback(1)).contains("丁意见作风扎实");
    assertThat(feedback(4)).isEqualTo("没有征求到对本人的意见建议。");
    assertThat(variables()).noneMatch(value -> value.contains("意见深入") || value.contains("乙意见"));
    assertThat(output.getAll()).doesNotContain("甲意见", "乙意见", "丁意见");
  }

  @Proves("A09")
  @Test
  void eachMemberReadsWhatConcernsTheBodyAndHimselfAndNothingElse() throws Exception {
    reach("UserTask_CollectOpinions");
    send("opinions/collection", "collectedBy", "SELF", "collector", "本单位", "scope", "座谈会");
    for (int i = 0; i < members.size(); i++) {
      send("opinions/add", "source", "CADRE", "addressee", key(i), "text", "对第" + i + "人的意见");
    }
    send("opinions/add", "source", "CADRE", "addressee", "BODY", "text", "对班子的意见");
    complete();
    next("UserTask_FeedbackOpinions");
    send("feedback/explanations");
    complete();

    for (int reader = 1; reader < members.size(); reader++) {
      String who = members.get(reader).personId();
      assertThat(document(who, DocumentKey.of(caseId, "opinionFeedback")).getContentAsString())
          .contains("对班子的意见");
      for (int subject = 0; subject < members.size(); subject++) {
        MockHttpServletResponse answer = document(who, ofMember(subject));
        if (subject == reader) {
          assertThat(answer.getContentAsString()).contains("对第" + subject + "人的意见");
        } else {
          assertThat(answer.getStatus()).isEqualTo(403);
          assertThat(answer.getContentAsString()).doesNotContain("对第" + subject + "人的意见");
        }
      }
    }
    assertThat(document(members.get(0).personId(), ofMember(3)).getStatus()).isEqualTo(200);
    for (String other :
        List.of(holder(Role.RECORDER), department(), discipline(), holder(Role.ARCHIVIST))) {
      assertThat(document(other, ofMember(3)).getStatus()).as(other).isEqualTo(403);
    }
  }

  @Proves("A09")
  @Test
  void opinionsOfTheSameTenorMayBePutTogetherButNeverGetLost() throws Exception {
    reach("UserTask_CollectOpinions");
    send("opinions/collection", "collectedBy", "SELF", "collector", "本单位", "scope", "座谈会");
    for (String text : List.of("会议多", "会太多了", "文件多")) {
      send("opinions/add", "source", "CADRE", "addressee", "BODY", "text", text);
    }
    send("opinions/add", "source", "CADRE", "addressee", key(2), "text", "收受礼品");
    String violation = opinion("收受礼品");
    assertThat(send("opinions/" + violation + "/hand-over", "receipt", "纪收〔2026〕7号"))
        .contains("已移交纪检机关，收件编号：纪收〔2026〕7号");
    complete();
    assertThat(read(DocumentKey.of(caseId, "opinions")).get("original"))
        .contains("已移交纪检机关，收件编号：纪收〔2026〕7号")
        .doesNotContain("收受礼品");

    next("UserTask_FeedbackOpinions");
    assertThat(send("feedback/group", "addressee", "BODY", "opinion", opinion("会议多"), "text", "x"))
        .contains("至少要勾选两条意见");
    assertThat(
            send(
                "feedback/group",
                "addressee",
                "BODY",
                "opinion",
                opinion("会议多"),
                "opinion",
                opinion("收受礼品"),
                "text",
                "x"))
        .contains("所选意见已有变动");
    assertThat(
            send(
                "feedback/group",
                "addressee",
                "BODY",
                "opinion",
                opinion("会议多"),
                "opinion",
                opinion("会太多了"),
                "text",
                "会议过多"))
        .contains("已将 2 条意见归并反馈");
    assertThat(page("feedback")).contains("第 4 条").doesNotContain("收受礼品");
    send("feedback/explanations");
    complete();
    assertThat(read(DocumentKey.of(caseId, "opinionFeedback")).get("body"))
        .isEqualTo("〔1、2〕会议过多（归并反馈）\n〔3〕文件多");
    assertThat(feedback(2)).isEqualTo("没有征求到对本人的意见建议。");
  }

  @Proves("A09")
  @Test
  void anOpinionThatNobodyWouldBeToldStopsTheFeedback() throws Exception {
    reach("UserTask_FeedbackOpinions");
    jdbc.sql(
            "insert into lifemeeting_opinion (id, case_id, opinion_no, source, addressee, content)"
                + " values (?, ?, 9, 'CADRE', 'MEMBER:nobody', '对已不在册者的意见')")
        .params(UUID.randomUUID().toString(), caseId)
        .update();
    send("feedback/explanations");
    assertRefused("编号为 [9] 的意见还没有反馈对象");
  }

  @Test
  void thatNobodyHadAnOpinionMustBeSaid() throws Exception {
    reach("UserTask_CollectOpinions");
    send("opinions/collection", "collectedBy", "SELF", "collector", "本单位", "scope", "座谈会");
    assertRefused("尚未登记任何意见");
    send(
        "opinions/collection",
        "collectedBy",
        "SELF",
        "collector",
        "本单位",
        "scope",
        "座谈会",
        "noneReceived",
        "true");
    complete();
    assertThat(read(DocumentKey.of(caseId, "opinions")).get("original")).contains("没有收到意见建议");
  }

  @Test
  void answersOfAQuestionnaireCanNeitherBeRemovedNorWrittenByHand() throws Exception {
    reach("UserTask_CollectOpinions");
    publish();
    answer(find(LINK, page("opinions")), "answer1", "问卷意见");
    send("opinions/questionnaire/close");
    assertThat(send("opinions/" + opinion("问卷意见") + "/remove")).contains("不能删除", "问卷意见");
    assertThat(send("opinions/add", "source", "QUESTIONNAIRE", "addressee", "BODY", "text", "冒充"))
        .contains("请选择意见来源");
    assertThat(send("opinions/add", "source", "CADRE", "addressee", "MEMBER:x", "text", "无此人"))
        .contains("请选择意见对象", "无此人");
    assertThat(page("opinions")).doesNotContain("冒充");
  }

  @Test
  void whoDoesNotHoldTheTaskLearnsNothingOfItsContentAndChangesNothing() throws Exception {
    reach("UserTask_CollectOpinions");
    send("opinions/add", "source", "CADRE", "addressee", "BODY", "text", "只给承办人看的意见");
    String member = members.get(2).personId();
    for (String stranger : List.of(member, department(), holder(Role.RECORDER))) {
      MockHttpServletResponse answer = perform(stranger, get(path("opinions")));
      assertThat(answer.getContentAsString()).as(stranger).doesNotContain("只给承办人看的意见");
      assertThat(
              perform(stranger, post(path("opinions/questionnaire/close")).with(csrf()))
                  .getStatus())
          .isIn(403, 404);
      assertThat(perform(stranger, get(path("opinions/sheet"))).getStatus()).isEqualTo(404);
    }
    unrestricted.run(() -> tasks.setAssignee(task.getId(), null));
    assertThat(page("opinions")).contains("请先在任务列表中签收任务").doesNotContain("只给承办人看的意见");
  }

  @Test
  void theLinkIsShownOnlyToTheSessionThatPublishedAndCanBeRenewed() throws Exception {
    reach("UserTask_CollectOpinions");
    publish();
    String first = find(LINK, page("opinions"));
    assertThat(perform(clerk, get(path("opinions/sheet")).session(session)).getContentAsString())
        .contains(first, "不得填写涉密内容", "<svg");
    MockHttpServletResponse later = perform(clerk, get(path("opinions")));
    assertThat(later.getContentAsString()).doesNotContain(first).contains("系统不保存链接");
    send("opinions/questionnaire/link");
    String second = find(LINK, page("opinions"));
    assertThat(second).isNotEqualTo(first);
    assertThat(perform(null, get(first)).getStatus()).isEqualTo(404);
    assertThat(perform(null, get(second)).getStatus()).isEqualTo(200);
  }

  @Proves("E35")
  @Test
  void noQuestionnaireStaysOpenForARunThatWasBrokenOff() throws Exception {
    reach("UserTask_CollectOpinions");
    publish();
    String link = find(LINK, page("opinions"));
    answer(link, "answer1", "会议取消前的意见");
    runtime.deleteProcessInstance(instance, "broken off");
    assertThat(perform(null, get(link)).getStatus()).isEqualTo(410);
    assertThat(jdbc.sql("select content from questionnaire_answer").query(String.class).list())
        .doesNotContain("会议取消前的意见");
  }

  @Test
  void theQuestionnaireMustEndBeforeTheMeeting() throws Exception {
    reach("UserTask_CollectOpinions");
    assertThat(
            send(
                "opinions/questionnaire",
                "title",
                "标题",
                "asker",
                "单位",
                "introduction",
                "说明",
                "closesOn",
                "2026-12-02",
                "ask",
                "BODY",
                "bodyLabel",
                "自拟的题目"))
        .contains("问卷截止日期不能晚于会议日期", "自拟的题目");
  }

  @Proves("A11")
  @Test
  void theLedgerNamesWhoHasNotTalkedWithWhomAndClosesWithAReasonForEachGap() throws Exception {
    reach("UserTask_Talk");
    assertThat(page("talks")).contains("还缺 <strong>10</strong> 项");
    assertRefused("还有 10 项谈心谈话没有登记：" + members.get(0).name() + "与" + members.get(1).name());
    send("talks/units", "member", id(1), "unitName", "县图书馆", "headName", "周馆长");
    assertThat(page("talks")).contains("还缺 <strong>11</strong> 项");
    String unit = find(Pattern.compile("value=\"(unit:[^\"]+)\""), page("talks"));
    assertThat(talk(0, "2026-11-01", "with", id(1), "with", id(2), "with", id(3), "with", id(4)))
        .contains("已登记 4 次谈心谈话");
    assertThat(
            talk(
                1,
                "2026-11-01",
                "with",
                id(2),
                "with",
                id(3),
                "with",
                id(4),
                "with",
                unit,
                "requestedBy",
                "党员刘某"))
        .contains("已登记 5 次谈心谈话", "接受党员、干部约谈");
    assertThat(talk(2, "2026-11-01", "with", unit))
        .contains("不是" + members.get(2).name() + "的分管单位");
    assertThat(talk(2, "2026-11-03", "with", id(3))).contains("不能晚于今天");
    assertThat(talk(2, "2026-11-01", "with", id(2))).contains("谈话双方不能是同一人");
    assertThat(talk(3, "2026-11-01", "with", id(2), "with", id(4))).contains("已登记 2 次");
    String gap = members.get(2).name() + "与" + members.get(4).name();
    assertRefused("还有 1 项谈心谈话没有登记：" + gap);
    send("talks/reasons", "reason-" + id(2) + "~" + id(4), "一方住院治疗");
    complete();
    Map<String, String> ledger = read(DocumentKey.of(caseId, "talks"));
    assertThat(ledger.get("ledger")).contains("县图书馆", "党员刘某", "工作作风｜工作秘密");
    assertThat(ledger.get("coverage")).contains("应谈 11 项，已谈 10 项", gap + "：一方住院治疗");

    reach("UserTask_Talk");
    assertThat(page("talks")).as("units are known the next time").contains("县图书馆", "周馆长");
  }

  @Proves("A11")
  @Test
  void howManyTalksAreWantedAndWhetherGapsMayStayIsSetByTheOffice() throws Exception {
    reach("UserTask_Talk");
    try {
      parameters.set("dlm.talkGapsAllowed", BODY, 2026, 0, clerk);
      Map<String, String> reasons = new HashMap<>();
      for (int i = 0; i < 5; i++) {
        for (int j = i + 1; j < 5; j++) {
          reasons.put("reason-" + id(i) + "~" + id(j), "原因");
        }
      }
      send(
          "talks/reasons",
          reasons.entrySet().stream()
              .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
              .toArray(String[]::new));
      assertRefused("还有 10 项谈心谈话没有登记");
      parameters.set("dlm.minTalks", BODY, 2026, 0, clerk);
      complete();
    } finally {
      parameters.set("dlm.talkGapsAllowed", BODY, 2026, 1, clerk);
      parameters.set("dlm.minTalks", BODY, 2026, 1, clerk);
    }
  }

  @Proves("A14")
  @Test
  void inquiriesAreSeenByTheMemberThePrincipalAndTheSuperiorsDisciplineCommissionAlone()
      throws Exception {
    String principal = members.get(0).personId();
    reachInquiries(principal);
    clerk = principal;
    assertRefused("请先登记受到谈话函询的成员");
    assertThat(
            send(
                "inquiries",
                "member",
                id(3),
                "outcome",
                "REMINDED",
                "reference",
                "函〔2026〕3号",
                "matter",
                "违规接待的情况"))
        .contains("作出整改表态", "违规接待的情况");
    send("inquiries/check");
    complete();

    assertThat(
            jdbc.sql(
                    "select recipient || '：' || subject || body from notification_message"
                        + " where case_id = ? and event = 'matter-to-explain'")
                .param(caseId)
                .query(String.class)
                .single())
        .as("he alone is told that there is something, not what")
        .startsWith(id(3) + "：")
        .contains("需要您本人准备的事项")
        .doesNotContain("函询", "违规接待", "整改表态");
    DocumentKey inquiry = DocumentKey.about(caseId, "inquiry", id(3));
    assertThat(read(inquiry)).containsEntry("requirement", "作出整改表态");
    for (String reader : List.of(id(3), principal, discipline())) {
      assertThat(document(reader, inquiry).getContentAsString()).as(reader).contains("违规接待的情况");
    }
    List<String> others =
        List.of(
            id(1),
            id(2),
            id(4),
            organizations.holders(Role.OFFICE, BODY).get(0),
            holder(Role.RECORDER),
            holder(Role.ARCHIVIST),
            department(),
            organizations.holders(Role.OFFICE, "YL").get(0),
            organizations.leadingBody("YL05").get(0).personId());
    for (String other : others) {
      assertThat(document(other, inquiry).getStatus()).as(other).isEqualTo(403);
      assertThat(perform(other, get("/dossier/case/" + caseId)).getContentAsString())
          .as(other)
          .doesNotContain("谈话函询", "违规接待");
    }
    assertThat(
            jdbc.sql("select count(*) from lifemeeting_inquiry where case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single())
        .as("nothing stays outside the case file")
        .isZero();
    assertThat(variables())
        .noneMatch(value -> value.contains("违规接待") || value.contains("REMINDED"));
  }

  private void publish() throws Exception {
    List<String> form =
        new ArrayList<>(
            List.of(
                "title",
                "征求意见",
                "asker",
                "单位",
                "introduction",
                "说明",
                "closesOn",
                "2026-11-09",
                "bodyLabel",
                "对班子？",
                "themeLabel",
                "对主题？",
                "memberLabel",
                "对【姓名】同志？",
                "ask",
                "BODY",
                "ask",
                "THEME"));
    for (int i = 0; i < members.size(); i++) {
      form.addAll(List.of("ask", key(i)));
    }
    assertThat(send("opinions/questionnaire", form.toArray(String[]::new))).contains("问卷已经发布");
  }

  private void answer(String link, String... answers) throws Exception {
    MockHttpServletResponse page = perform(null, get(link));
    assertThat(page.getContentAsString()).contains("对" + members.get(0).name() + "同志？");
    MockHttpServletRequestBuilder form =
        post(link).param("form", find(FORM, page.getContentAsString()));
    for (int i = 0; i < answers.length; i += 2) {
      form.param(answers[i], answers[i + 1]);
    }
    assertThat(perform(null, form).getContentAsString()).contains("您的意见已经收到");
  }

  private String talk(int member, String day, String... with) throws Exception {
    List<String> form =
        new ArrayList<>(
            List.of("member", id(member), "day", day, "place", "办公室", "topics", "工作作风"));
    form.addAll(List.of(with));
    return send("talks", form.toArray(String[]::new));
  }

  private String id(int member) {
    return members.get(member).personId();
  }

  private String key(int member) {
    return "MEMBER:" + id(member);
  }

  private DocumentKey ofMember(int member) {
    return DocumentKey.about(caseId, "opinionFeedbackMember", id(member));
  }

  private String feedback(int member) {
    return read(ofMember(member)).get("text");
  }

  private Map<String, String> read(DocumentKey key) {
    DossierDocument document = dossiers.find(key).orElseThrow();
    assertThat(document.isFinal()).as(key.type()).isTrue();
    return dossiers.read(document.id(), "test");
  }

  private MockHttpServletResponse document(String reader, DocumentKey key) throws Exception {
    return perform(reader, get("/dossier/document/" + dossiers.find(key).orElseThrow().id()));
  }

  private String opinion(String text) {
    return jdbc
        .sql("select id, content from lifemeeting_opinion where case_id = ?")
        .param(caseId)
        .query()
        .listOfRows()
        .stream()
        .filter(row -> text.equals(String.valueOf(row.get("content"))))
        .map(row -> (String) row.get("id"))
        .findFirst()
        .orElseThrow();
  }

  private String holder(Role role) {
    return organizations.holders(role, BODY).get(0);
  }

  private String department() {
    Organization department = organizations.superiorOrganizationDepartment(BODY).orElseThrow();
    return organizations.holders(Role.STAFF, department.code()).get(0);
  }

  private String discipline() {
    Organization commission = organizations.superiorDisciplineCommission(BODY).orElseThrow();
    return organizations.holders(Role.STAFF, commission.code()).get(0);
  }

  private void reach(String element) {
    instance =
        runtime
            .createProcessInstanceByKey(LifeMeetingProcess.KEY)
            .startBeforeActivity(element)
            .setVariables(facts())
            .execute()
            .getId();
    register(instance);
    next(element);
  }

  /** The step alone, as long as where it stands in the procedure is of no importance. */
  private void reachInquiries(String holder) {
    repository
        .createDeployment()
        .addModelInstance(
            "inquiry-probe.bpmn",
            Bpmn.createExecutableProcess("inquiry-probe")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask(InquiryGuard.ELEMENT)
                .camundaAssignee(holder)
                .serviceTask()
                .camundaDelegateExpression("${inquiryNotices}")
                .endEvent()
                .done())
        .deploy();
    instance = runtime.startProcessInstanceByKey("inquiry-probe", facts()).getId();
    register(instance);
    task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
  }

  private Map<String, Object> facts() {
    return Map.of(
        "caseId",
        caseId,
        "organization",
        BODY,
        "organizationName",
        "云岭县民政局党组",
        "year",
        2026,
        "dueCount",
        members.size(),
        "members",
        AttendanceGuard.list(members.stream().map(LeadingMember::personId).toList()),
        "principal",
        id(0),
        "meetingDate",
        Deadlines.startOf(LocalDate.of(2026, 12, 1)));
  }

  private void register(String processInstance) {
    if (jdbc.sql("select count(*) from procedure_case where case_id = ?")
            .param(caseId)
            .query(Integer.class)
            .single()
        > 0) {
      return;
    }
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    String key = "LM-" + caseId;
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_by, started_at, state)"
                + " values (?, 'LIFE_MEETING', ?, '云岭县民政局党组', 2026, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(caseId, BODY, key, key, processInstance, clerk, now)
        .update();
    for (LeadingMember member : members) {
      jdbc.sql(
              "insert into procedure_roster (case_id, person_id, person_name, person_rank, title,"
                  + " principal, voting, frozen_at) values (?, ?, ?, ?, ?, ?, true, ?)")
          .params(
              caseId,
              member.personId(),
              member.name(),
              member.rank(),
              member.title(),
              member.principal(),
              now)
          .update();
    }
  }

  private void next(String element) {
    task =
        unrestricted.call(
            () ->
                tasks
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .taskDefinitionKey(element)
                    .singleResult());
    rehearsal.as(clerk);
    tasks.claim(task.getId(), clerk);
    identity.clearAuthentication();
  }

  private void complete() {
    rehearsal.as(clerk);
    tasks.complete(task.getId());
    identity.clearAuthentication();
  }

  private void assertRefused(String sentence) {
    rehearsal.as(clerk);
    assertThatThrownBy(() -> tasks.complete(task.getId()))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining(sentence);
    identity.clearAuthentication();
  }

  /** Sends a form and gives the page that is shown then. */
  private String send(String page, String... parameters) throws Exception {
    MockHttpServletRequestBuilder request = post(path(page)).with(csrf()).session(session);
    for (int i = 0; i < parameters.length; i += 2) {
      request.param(parameters[i], parameters[i + 1]);
    }
    var result = web.perform(request.with(user(clerk))).andReturn();
    assertThat(result.getResponse().getStatus()).as(page).isEqualTo(302);
    String target = result.getResponse().getRedirectedUrl().replaceAll("#.*", "");
    return web.perform(
            get(target)
                .session(session)
                .flashAttrs(new HashMap<>(result.getFlashMap()))
                .with(user(clerk)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private String page(String page) throws Exception {
    return perform(clerk, get(path(page)).session(session)).getContentAsString();
  }

  private MockHttpServletResponse perform(String person, MockHttpServletRequestBuilder request)
      throws Exception {
    MockHttpServletResponse response =
        web.perform(person == null ? request : request.with(user(person)))
            .andReturn()
            .getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }

  private List<String> variables() {
    return history.createHistoricVariableInstanceQuery().processInstanceId(instance).list().stream()
        .map(variable -> String.valueOf(variable.getValue()))
        .toList();
  }

  private String path(String page) {
    return "/life-meeting/task/" + task.getId() + "/" + page;
  }

  private static String find(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }
}
