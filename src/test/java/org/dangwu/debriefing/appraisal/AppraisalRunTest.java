package org.dangwu.debriefing.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.debriefing.DebriefResult;
import org.dangwu.debriefing.DebriefResults;
import org.dangwu.debriefing.DebriefingDecided;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.Unrestricted;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organizations;
import org.dangwu.testing.IntegrationTest;
import org.dangwu.testing.TaskHand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

/** Grades of secretaries from the opinion to the secretary himself, on the whole application. */
@IntegrationTest
@AutoConfigureMockMvc
@RecordApplicationEvents
@ExtendWith(OutputCaptureExtension.class)
class AppraisalRunTest {

  private static final String DRAFT = "UserTask_DraftOpinions";
  private static final String STUDY = "UserTask_StudyGrades";
  private static final String OPINIONS = "/debriefing/task/{}/opinions";
  private static final String STUDY_PAGE = "/debriefing/task/{}/study";
  private static final String RESULT_PAGE = "/debriefing/task/{}/result";
  private static final String API = "/api/debriefing/results";

  /** Stands in every text that people write, so that it can be looked for where it must not be. */
  private static final String MARKER = "密芷";

  private static final Set<String> GRADES = Set.of("GOOD", "FAIRLY_GOOD", "FAIR", "POOR");

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private FormService forms;
  @Autowired private ManagementService management;
  @Autowired private HistoryService history;
  @Autowired private IdentityService identity;
  @Autowired private Organizations organizations;
  @Autowired private TaskModels models;
  @Autowired private Dossiers dossiers;
  @Autowired private DocumentCatalogue catalogue;
  @Autowired private Unrestricted unrestricted;
  @Autowired private DebriefResults results;
  @Autowired private ApplicationEvents events;
  @Autowired private Clock clock;

  private AppraisedCommittee committee;
  private TaskHand hand;

  @BeforeEach
  void fiveSecretaries() {
    committee = new AppraisedCommittee(jdbc, runtime, tasks, management, identity, clock);
    hand =
        new TaskHand(
            tasks,
            forms,
            identity,
            organizations,
            models,
            dossiers,
            catalogue,
            unrestricted,
            web,
            clock);
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"C14", "C15", "C16", "C17", "C20", "C23", "C24", "E27", "E28"})
  @Test
  void aGradeGoesItsWholeWayAndNeitherVariableNorLogEverHoldsIt(CapturedOutput output)
      throws Exception {
    committee.plan(40, 0, 60, 40);
    committee.begin(DRAFT);
    opinionNeedsItsBasis();
    tooManyAreGood();
    tooFewCome();
    theVoteFails();
    theCommitteeChangesTooMuch();
    theCommitteeAgrees();
    everybodyReadsHisOwnAlone();
    programsReadWhatTheyAreEntitledTo();
    lowGrade();
    nothingOfItInTheEngine();
    assertThat(output.getAll()).doesNotContain(MARKER);
  }

  private void opinionNeedsItsBasis() throws Exception {
    Task task = committee.task(DRAFT);
    assertThat(hand.opens(task, committee.organizer, OPINIONS))
        .contains("书记1", "委员6", "未拟定")
        .contains("没有超过比例");
    assertThat(hand.status(committee.recorder, page(task, OPINIONS))).isEqualTo(404);
    refuses(() -> hand.completes(task, committee.organizer, Map.of()), "请先拟定书记1的综合评价意见");
    Map<String, Object> bare = new HashMap<>(Map.of("grade", "GOOD", "daily", ""));
    refused(task, 1, bare, "平时调研");
    bare.put("daily", "走访了解");
    refused(task, 1, bare, "存在问题");
    Map<String, Object> differs = opinion("FAIRLY_GOOD", "");
    refused(task, 1, differs, "与参考等次不同");
    differs.put("reason", MARKER + "有一项重点任务没有完成");
    hand.fills(task, committee.organizer, sheet(1), differs);
    assertThat(hand.opens(task, committee.organizer, sheet(1)))
        .contains("参考分 <span>92.00</span>", "权重 60%", "只供参考");
  }

  private void tooManyAreGood() throws Exception {
    Task task = committee.task(DRAFT);
    for (int i = 1; i <= 4; i++) {
      hand.fills(task, committee.organizer, sheet(i), opinion("GOOD", ""));
    }
    hand.fills(task, committee.organizer, sheet(5), opinion("FAIR", MARKER + "问题较多"));
    assertThat(hand.opens(task, committee.organizer, OPINIONS)).contains("超过比例 2 人");
    hand.completes(task, committee.organizer, Map.of());

    Task again = committee.task(DRAFT);
    assertThat(hand.opens(again, committee.organizer, OPINIONS))
        .contains("等次分布不符合比例要求：评定等次 5 人，其中“好”4 人；方案确定“好”不超过 40%，最多 2 人");
    for (int i = 3; i <= 4; i++) {
      hand.fills(again, committee.organizer, sheet(i), opinion("FAIRLY_GOOD", MARKER + "综合比较"));
    }
    hand.completes(again, committee.organizer, Map.of());
    assertThat(advice(1)).containsExactly("GOOD/GOOD", "GOOD/GOOD");
    assertThat(advice(3)).containsExactly("GOOD/GOOD", "GOOD/FAIRLY_GOOD");
    assertThat(
            jdbc.sql(
                    "select decision_tables from debriefing_decision where entry_id = ?"
                        + " order by decided_at fetch first 1 rows only")
                .param(committee.entry(1))
                .query(String.class)
                .single())
        .contains("rating_points v", "composite_score v", "score_to_grade v");
  }

  private void tooFewCome() throws Exception {
    Task task = committee.task(STUDY);
    assertThat(hand.opens(task, committee.recorder, STUDY_PAGE))
        .contains("第 1 次研究", "至少到会 <strong>3</strong> 人", "赞成至少 <strong>4</strong> 票");
    Map<String, Object> thin = study(committee.members.subList(2, 6));
    whole(thin, 2, 0, 0);
    refusedStudy(task, thin, "不足半数，不能表决");
    Map<String, Object> noVote = study(committee.members.subList(2, 6));
    hand.fills(task, committee.recorder, STUDY_PAGE, noVote);
    hand.completes(task, committee.recorder, Map.of());
    Task postpone = committee.task("UserTask_PostponeStudy");
    refuses(
        () ->
            hand.completes(
                postpone,
                committee.recorder,
                Map.of("postponeReason", "到会不足半数", "studyDate", LocalDate.now(clock).toString())),
        "请填写今天以后的日期");
    hand.completes(
        postpone,
        committee.recorder,
        Map.of(
            "postponeReason", "到会不足半数", "studyDate", LocalDate.now(clock).plusDays(3).toString()));
  }

  /** Five of six are there; three of six approve, and a written opinion does not help. */
  private void theVoteFails() throws Exception {
    Task task = committee.task(STUDY);
    assertThat(hand.opens(task, committee.recorder, STUDY_PAGE))
        .contains("第 1 次研究", "不足半数，已改期", "第 2 次研究");
    Map<String, Object> form = study(List.of(committee.member(5)));
    form.put("written-" + committee.member(5), MARKER + "书面表示赞成");
    whole(form, 3, 1, 1);
    own(form, 3, 3, 1, 0);
    form.remove("hostLast");
    refusedStudy(task, form, "请确认主持人最后表态");
    form.put("hostLast", "yes");
    whole(form, 6, 0, 0);
    refusedStudy(task, form, "合计 6 票。实到 5 人，回避 0 人，应为 5 票");
    whole(form, 5, 0, -1);
    refusedStudy(task, form, "票数应为不小于零的整数");
    whole(form, 3, 1, 1);
    own(form, 3, 4, 1, 0);
    refusedStudy(task, form, "委员6的赞成、反对、弃权合计 5 票。实到 5 人，回避 1 人，应为 4 票");
    form.put("absent", committee.member(1));
    refusedStudy(task, form, "主持人应当到会");
    form.put("absent", committee.member(5));
    own(form, 3, 3, 1, 0);
    hand.fills(task, committee.recorder, STUDY_PAGE, form);
    hand.completes(task, committee.recorder, Map.of());

    Task draft = committee.task(DRAFT);
    assertThat(hand.opens(draft, committee.organizer, OPINIONS))
        .contains("第 2 次研究", "没有通过", "赞成没有超过应到 6 人的半数");
    hand.completes(draft, committee.organizer, Map.of());
  }

  private void theCommitteeChangesTooMuch() throws Exception {
    Task task = committee.task(STUDY);
    Map<String, Object> form = study(List.of());
    whole(form, 6, 0, 0);
    own(form, 3, 5, 0, 0);
    form.put("grade-" + committee.entry(4), "GOOD");
    refusedStudy(task, form, "对书记4的等次作了调整，请写明理由");
    form.put("reason-" + committee.entry(4), MARKER + "成绩突出");
    hand.fills(task, committee.recorder, STUDY_PAGE, form);
    hand.completes(task, committee.recorder, Map.of());
    assertThat(results.of(committee.caseId)).isEmpty();
  }

  private void theCommitteeAgrees() throws Exception {
    Task task = committee.task(STUDY);
    assertThat(hand.opens(task, committee.recorder, STUDY_PAGE))
        .contains("其中“好”3 人；方案确定“好”不超过 40%，最多 2 人", "第 4 次研究", "已登记 3 次研究");
    Map<String, Object> form = study(List.of());
    whole(form, 5, 0, 1);
    own(form, 3, 5, 0, 0);
    // one more keeps out of the second item: due stays six
    form.put("recused-" + committee.entry(2), committee.member(4));
    own(form, 2, 4, 0, 1);
    form.put("grade-" + committee.entry(2), "FAIRLY_GOOD");
    form.put("reason-" + committee.entry(2), MARKER + "再作比较");
    form.put("grade-" + committee.entry(4), "GOOD");
    form.put("reason-" + committee.entry(4), MARKER + "成绩突出");
    hand.fills(task, committee.recorder, STUDY_PAGE, form);
    hand.completes(task, committee.recorder, Map.of());
    committee.runJobs();

    assertThat(results.of(committee.caseId))
        .extracting(DebriefResult::grade)
        .containsExactly(
            SecretaryGrade.GOOD,
            SecretaryGrade.FAIRLY_GOOD,
            SecretaryGrade.FAIRLY_GOOD,
            SecretaryGrade.GOOD,
            SecretaryGrade.FAIR);
    assertThat(events.stream(DebriefingDecided.class))
        .containsExactly(
            new DebriefingDecided(
                committee.caseId,
                committee.committee,
                AppraisedCommittee.YEAR,
                LocalDate.now(clock),
                5));
    assertThat(dossiers.versions(DocumentKey.of(committee.caseId, "studyRecord"))).hasSize(4);
    assertThat(paper("studyRecord", ""))
        .containsEntry("discussion", MARKER + "逐人研究")
        .hasEntrySatisfying("votes", text -> assertThat(text).contains("回避：委员4", "回避：委员6"));
    assertThat(paper("evaluationOpinion", committee.secretaryOf(2)))
        .containsEntry("grade", "较好")
        .hasEntrySatisfying("decision", text -> assertThat(text).contains("调整理由"))
        .hasEntrySatisfying("basis", text -> assertThat(text).contains("参考分：92.00，只供参考"));
    assertThat(
            dossiers.find(
                DocumentKey.about(committee.caseId, "evaluationOpinion", committee.secretaryOf(2))))
        .hasValueSatisfying(found -> assertThat(found.files()).hasSize(1));
    assertThat(messages("debrief-decided")).containsExactly(committee.organizer);
    assertThat(messages("debrief-result-ready"))
        .containsExactlyInAnyOrderElementsOf(committee.secretaries);
  }

  private void everybodyReadsHisOwnAlone() throws Exception {
    String first = committee.secretaryOf(1);
    Task task =
        committee.of("UserTask_AcknowledgeDebriefResult").stream()
            .filter(found -> found.getAssignee().equals(first))
            .findFirst()
            .orElseThrow();
    refuses(() -> hand.completes(task, first, Map.of()), "请先在页面中阅读");
    assertThat(hand.reads(first, page(task, RESULT_PAGE)))
        .contains("书记1", ">好<", MARKER + "第一个问题")
        .doesNotContain("书记2");
    for (String other :
        List.of(committee.secretaryOf(2), committee.organizer, committee.member(1))) {
      assertThat(hand.status(other, page(task, RESULT_PAGE))).isEqualTo(404);
    }
    hand.fills(task, first, RESULT_PAGE, Map.of("statement", MARKER + "接受意见"));
    hand.completes(task, first, Map.of());
    assertThat(paper("resultNote", first)).containsEntry("statement", MARKER + "接受意见");

    String own = "/debriefing/case/" + committee.caseId + "/result";
    assertThat(hand.reads(first, "/home")).contains(own);
    assertThat(hand.reads(first, own)).contains("书记1", ">好<");
    assertThat(hand.reads(committee.secretaryOf(2), own))
        .contains("书记2", ">较好<")
        .doesNotContain("书记1");
    assertThat(hand.reads(committee.member(1), own)).contains("没有已经确定的综合评价意见");
  }

  private void programsReadWhatTheyAreEntitledTo() throws Exception {
    String year = API + "?organization=" + committee.committee + "&year=2026";
    String run = API + "/" + committee.caseId;
    assertThat(hand.reads(committee.organizer, year))
        .contains("\"gradeLabel\":\"较好\"", "\"name\":\"书记1\"")
        .doesNotContain(MARKER);
    assertThat(hand.reads(committee.organizer, run)).contains(MARKER + "主要成绩");
    for (String other :
        List.of(committee.secretaryOf(1), committee.member(1), committee.recorder)) {
      assertThat(hand.status(other, year)).isEqualTo(404);
      assertThat(hand.status(other, run)).isEqualTo(404);
    }
    assertThat(hand.status(committee.organizer, API + "/no-such-run")).isEqualTo(404);
    assertThat(program(year, committee.committee)).isEqualTo(200);
    assertThat(program(year, committee.committee + "1")).isEqualTo(404);
    assertThat(
            web.perform(get(year).with(httpBasic(committee.clerk(), AppraisedCommittee.PASSWORD)))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(403);
    assertThat(web.perform(get(year)).andReturn().getResponse().getStatus()).isEqualTo(401);
    assertThat(readings(true)).isEqualTo(3);
    assertThat(readings(false)).isEqualTo(8);
  }

  /** What a program sees whose account works for this tenant. */
  private int program(String path, String tenant) throws Exception {
    return web.perform(
            get(path).with(httpBasic(committee.program(tenant), AppraisedCommittee.PASSWORD)))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private void lowGrade() throws Exception {
    String head = committee.member(1);
    Task decide = committee.task("UserTask_DecideMeasures");
    assertThat(hand.opens(decide, head, "/worksheet/task/{}"))
        .contains("建议措施：约谈", "书记5", MARKER + "第一个问题");
    assertThatThrownBy(
            () -> hand.fills(decide, head, "/worksheet/task/{}", Map.of("measures", "TALK")))
        .hasMessageContaining("理由");
    hand.fills(
        decide, head, "/worksheet/task/{}", Map.of("measures", "TALK", "reason", MARKER + "问题突出"));
    hand.completes(decide, head, Map.of());
    Task talk = committee.task("UserTask_HoldLowGradeTalk");
    hand.fills(
        talk,
        head,
        "/worksheet/task/{}",
        Map.of(
            "on", LocalDate.now(clock),
            "place", "会议室",
            "talker", "委员1",
            "problems", MARKER + "党建责任不落实",
            "demands", "三个月内整改",
            "reply", "诚恳接受"));
    hand.completes(talk, head, Map.of());
    committee.runJobs();
    assertThat(paper("lowGradeTalk", committee.secretaryOf(5)))
        .containsEntry("measure", "约谈")
        .hasEntrySatisfying("record", text -> assertThat(text).contains("三个月内整改"));
    assertThat(committee.of("UserTask_DecideMeasures")).isEmpty();
  }

  private void nothingOfItInTheEngine() {
    List<String> instances =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(committee.key())
            .list()
            .stream()
            .map(found -> found.getId())
            .toList();
    for (String table : List.of("act_ru_variable", "act_hi_varinst", "act_hi_detail")) {
      List<String> texts =
          jdbc.sql(
                  "select coalesce(text_, '') || ' ' || coalesce(text2_, '') from "
                      + table
                      + " where proc_inst_id_ in (:ids)")
              .param("ids", instances)
              .query(String.class)
              .list();
      assertThat(texts)
          .isNotEmpty()
          .noneMatch(text -> text.contains(MARKER) || GRADES.stream().anyMatch(text::contains));
    }
    String lists =
        jdbc
            .sql(
                "select b.bytes_ from act_hi_varinst v join act_ge_bytearray b on b.id_ ="
                    + " v.bytearray_id_ where v.proc_inst_id_ in (:ids)")
            .param("ids", instances)
            .query(byte[].class)
            .list()
            .stream()
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .collect(Collectors.joining("\n"));
    assertThat(GRADES).noneMatch(lists::contains);
    assertThat(committee.secretaries).noneMatch(lists::contains);
    assertThat(lists).doesNotContain(MARKER);
  }

  @Proves({"C15", "E27"})
  @Test
  void withoutWeightsThereIsNoAdviceAndTheCommitteeMaySendAllBack() throws Exception {
    committee.plan(60);
    committee.begin(DRAFT);
    Task task = committee.task(DRAFT);
    assertThat(hand.opens(task, committee.organizer, sheet(1))).doesNotContain("参考等次");
    for (int i = 1; i <= 5; i++) {
      hand.fills(task, committee.organizer, sheet(i), opinion(i <= 3 ? "GOOD" : "FAIRLY_GOOD", ""));
    }
    hand.completes(task, committee.organizer, Map.of());
    Task study = committee.task(STUDY);
    Map<String, Object> back = study(List.of());
    back.put("sentBack", "yes");
    hand.fills(study, committee.recorder, STUDY_PAGE, back);
    hand.completes(study, committee.recorder, Map.of());
    assertThat(hand.opens(committee.task(DRAFT), committee.organizer, OPINIONS))
        .contains("没有表决，要求重新拟定", MARKER + "逐人研究");
    assertThat(paper("studyRecord", "")).containsEntry("votes", "没有表决，要求重新拟定");
  }

  private static Map<String, Object> opinion(String grade, String reason) {
    Map<String, Object> form = new HashMap<>();
    form.put("daily", MARKER + "平时了解");
    form.put("fieldGrade", "GOOD");
    form.put("dailyGrade", "FAIRLY_GOOD");
    form.put("achievements", MARKER + "主要成绩");
    form.put("problems", MARKER + "第一个问题\n第二个问题");
    form.put("grade", grade);
    form.put("reason", reason);
    return form;
  }

  private Map<String, Object> study(List<String> absent) {
    Map<String, Object> form = new HashMap<>();
    form.put("heldOn", LocalDate.now(clock));
    form.put("chair", committee.member(1));
    form.put("absent", absent);
    form.put("hostLast", "yes");
    form.put("discussion", MARKER + "逐人研究");
    for (int i = 1; i <= 5; i++) {
      form.put("grade-" + committee.entry(i), i <= 2 ? "GOOD" : i <= 4 ? "FAIRLY_GOOD" : "FAIR");
    }
    return form;
  }

  private static void whole(Map<String, Object> form, int approve, int against, int abstain) {
    form.put("approve", approve);
    form.put("against", against);
    form.put("abstain", abstain);
  }

  private void own(Map<String, Object> form, int number, int approve, int against, int abstain) {
    String end = "-" + committee.entry(number);
    form.put("approve" + end, approve);
    form.put("against" + end, against);
    form.put("abstain" + end, abstain);
  }

  private void refused(Task task, int number, Map<String, Object> form, String sentence) {
    assertThatThrownBy(() -> hand.fills(task, committee.organizer, sheet(number), form))
        .hasMessageContaining(sentence);
  }

  private void refusedStudy(Task task, Map<String, Object> form, String sentence) {
    assertThatThrownBy(() -> hand.fills(task, committee.recorder, STUDY_PAGE, form))
        .hasMessageContaining(sentence);
  }

  private static void refuses(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String sentence) {
    assertThatThrownBy(deed).isInstanceOf(SubmissionRefused.class).hasMessageContaining(sentence);
  }

  private String sheet(int number) {
    return OPINIONS + "/" + committee.entry(number);
  }

  private static String page(Task task, String path) {
    return path.replace("{}", task.getId());
  }

  /** Advice and decision of the organisers, oldest first. */
  private List<String> advice(int number) {
    return jdbc.sql(
            "select advice || '/' || decided from debriefing_decision where entry_id = ?"
                + " and body = 'ORGANIZERS' order by decided_at")
        .param(committee.entry(number))
        .query(String.class)
        .list();
  }

  private Map<String, String> paper(String type, String person) {
    return dossiers
        .find(DocumentKey.about(committee.caseId, type, person))
        .map(DossierDocument::id)
        .map(id -> dossiers.read(id, "test"))
        .orElse(Map.of());
  }

  private List<String> messages(String event) {
    return jdbc.sql(
            "select m.recipient from notification_message m where m.event = ? and m.case_id = ?")
        .params(event, committee.caseId)
        .query(String.class)
        .list();
  }

  private int readings(boolean granted) {
    return jdbc.sql(
            "select count(*) from debriefing_result_reading where granted = ?"
                + " and (organization = ? or reader = ?)")
        .params(granted, committee.committee, committee.organizer)
        .query(Integer.class)
        .single();
  }
}
