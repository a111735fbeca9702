package org.dangwu.debriefing.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dangwu.memberreview.ReviewBranch.fields;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.debriefing.DebriefCommentNotes;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefFieldCheck;
import org.dangwu.debriefing.DebriefFieldChecks;
import org.dangwu.debriefing.DebriefReports;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.desk.Lists;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.memberreview.ReviewBranch;
import org.dangwu.models.Proves;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.Facts;
import org.dangwu.procedure.HomeLinks.Link;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Reports, their review, field checks and prepared comments, each by whose turn it is. */
@IntegrationTest
@AutoConfigureMockMvc
@Import(AdjustableClock.Configuration.class)
class DebriefPreparationTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final LocalDate DUE = TODAY.plusDays(10);
  private static final LocalDate SESSION = TODAY.plusDays(20);
  private static final Map<String, String> REPORT =
      Map.of(
          "duties", "履职情况",
          "achievements", "主要成绩",
          "problems", "存在的问题",
          "causes", "原因",
          "previousRectification", "上年整改",
          "nextPlan", "下步打算");

  @Autowired private ApplicationContext application;
  @Autowired private MockMvc web;
  @Autowired private TaskService tasks;
  @Autowired private FormService forms;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;
  @Autowired private Dossiers dossiers;
  @Autowired private Facts facts;
  @Autowired private DebriefFieldChecks checks;
  @Autowired private DebriefEntries entries;
  @Autowired private DebriefReports reports;
  @Autowired private List<DebriefCommentNotes> notes;
  @Autowired private CommentNoteLinks links;
  @Autowired private AdjustableClock clock;

  private ReviewBranch place;
  private String caseId;
  private String zhang;
  private String wang;
  private String leader;
  private String zhangs;
  private String wangs;
  private String team;

  @BeforeEach
  void committeeThatHearsTwoSecretaries() {
    place = new ReviewBranch(application);
    zhang = place.secretary;
    wang = place.position(place.formal("王书记"), place.code, "SECRETARY", "党支部书记");
    leader = place.formal("赵组长");
    caseId = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, tenant, started_by, started_at,"
                + " state) values (?, 'DEBRIEFING', ?, '测试镇党委', 2026, ?, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(
            caseId,
            place.committee,
            "DB-2026-" + place.committee,
            "DB-2026-" + place.committee,
            UUID.randomUUID().toString(),
            place.committee,
            place.office,
            OffsetDateTime.now(clock))
        .update();
    zhangs = entry(zhang, "张书记", 1);
    wangs = entry(wang, "王书记", 2);
    team = UUID.randomUUID().toString();
    plan();
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"C06", "A35"})
  @Test
  void secretaryWritesBesideWhatIsOnRecordAndTakesItOver() throws Exception {
    facts.record(new Fact(caseId, place.code, 2026, Fact.Type.HELD, "x", TODAY, 5, 6, true));
    openItem();
    Task report = report(zhangs, zhang);
    assertThat(Deadlines.day(report.getDueDate())).isEqualTo(DUE);
    show(zhang, report, "report")
        .andExpect(content().string(containsString("整顿软弱涣散党组织")))
        .andExpect(content().string(not(containsString("只对王书记"))))
        .andExpect(content().string(containsString("联系群众不够")))
        .andExpect(content().string(containsString("到会 5 人，应到 6 人")))
        .andExpect(content().string(containsString("提交期限：2026年11月12日")))
        .andExpect(content().string(containsString("/dossier/task/" + report.getId())));
    for (String twice : List.of("open", "known", "open")) {
      save(zhang, report, "report/quote", fields("what", twice))
          .andExpect(content().string(containsString("已引用到述职报告")));
    }
    assertThat(text("debriefReport", zhang, "previousRectification", zhang))
        .containsOnlyOnce("联系群众不够");
    assertThat(text("debriefReport", zhang, "duties", zhang)).contains("2026年度述职评议考核：会议召开");
  }

  @Proves("C06")
  @Test
  void reportIsWrittenByTheSecretaryHimselfAndHandedInWhenItIsComplete() throws Exception {
    Task report = report(zhangs, zhang);
    for (String stranger : List.of(wang, place.office, place.principal)) {
      show(stranger, report, "report").andExpect(status().is4xxClientError());
    }
    save(zhang, report, "report", List.of())
        .andExpect(content().string(containsString("notice-error")));
    write(zhang);
    save(zhang, report, "report", List.of()).andExpect(content().string(containsString("述职报告已提交")));
    assertThat(task(DebriefingProcess.Tasks.REVIEW_REPORT, report)).isNotNull();
    assertThat(dossiers.isFinal(DocumentKey.about(caseId, "debriefReport", zhang))).isTrue();
  }

  @Proves("C07")
  @Test
  void reportGoesBackWithAnOpinionThatItsWriterSeesAndPassesAtLast() throws Exception {
    Task review = review(report(zhangs, zhang), zhang);
    place.claim(review, place.office);
    show(place.office, review, "report-review")
        .andExpect(content().string(containsString("存在的问题")));
    show(wang, review, "report-review").andExpect(status().is4xxClientError());
    assertThatThrownBy(() -> complete(review, place.office, decision("RETURN", null)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请先写明需要修改之处");
    save(place.office, review, "report-review/draft", fields("opinion", "问题没有摆进自己"))
        .andExpect(status().isOk());
    save(
            place.office,
            review,
            "report-review",
            fields(
                "opinion",
                "问题没有摆进自己。",
                "reportDecision",
                "RETURN",
                "newReportDate",
                SESSION.toString()))
        .andExpect(content().string(containsString("应在述职会（11月22日）以前")));
    save(
            place.office,
            review,
            "report-review",
            fields(
                "opinion",
                "问题没有摆进自己。",
                "reportDecision",
                "RETURN",
                "newReportDate",
                DUE.plusDays(3).toString()))
        .andExpect(content().string(containsString("审核意见已提交")));
    assertThat(text("reportReview", zhang, "opinion", place.office)).isEqualTo("问题没有摆进自己。");
    Task again = task(DebriefingProcess.Tasks.WRITE_REPORT, review);
    assertThat(Deadlines.day(again.getDueDate())).isEqualTo(DUE.plusDays(3));
    show(zhang, again, "report").andExpect(content().string(containsString("问题没有摆进自己。")));
    Task second = review(again, zhang);
    place.claim(second, place.office);
    show(place.office, second, "report-review")
        .andExpect(content().string(containsString("上次审核意见")));
    assertThatThrownBy(() -> complete(second, place.office, decision("RETURN", null)))
        .hasMessageContaining("请先写明需要修改之处");
    complete(second, place.office, decision("PASS", null));
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceId(second.getProcessInstanceId())
                .count())
        .isZero();
    assertThat(dossiers.versions(DocumentKey.about(caseId, "debriefReport", zhang))).hasSize(2);
  }

  @Proves({"C06", "C07"})
  @Test
  void reportReturnedAfterItsDayNeedsAnotherDay() {
    Task review = review(report(zhangs, zhang), zhang);
    place.as(
        place.office,
        () ->
            dossiers.write(
                DocumentKey.about(caseId, "reportReview", zhang),
                Map.of("opinion", "请补充"),
                place.office));
    clock.setTo(DUE.plusDays(1));
    assertThatThrownBy(() -> complete(review, place.office, decision("RETURN", null)))
        .hasMessageContaining("请定下重新提交的日期");
    assertThatThrownBy(() -> complete(review, place.office, decision("RETURN", DUE)))
        .hasMessageContaining("不能早于今天");
    complete(review, place.office, decision("RETURN", DUE.plusDays(2)));
    assertThat(Deadlines.day(task(DebriefingProcess.Tasks.WRITE_REPORT, review).getDueDate()))
        .isEqualTo(DUE.plusDays(2));
  }

  @Proves("C06")
  @Test
  void whoIsLateIsRemindedAndGivenAnotherDay() {
    Task report = report(zhangs, zhang);
    Task missing = missing(report);
    assertThatThrownBy(() -> complete(missing, place.office, extended(DUE)))
        .hasMessageContaining("不能早于今天");
    assertThatThrownBy(() -> complete(missing, place.office, extended(SESSION)))
        .hasMessageContaining("应在述职会（11月22日）以前");
    complete(missing, place.office, extended(DUE.plusDays(4)));
    assertThat(Deadlines.day(task(DebriefingProcess.Tasks.WRITE_REPORT, report).getDueDate()))
        .isEqualTo(DUE.plusDays(4));
    Task review = review(report, zhang);
    clock.setTo(DUE.plusDays(5));
    management.executeJob(
        management
            .createJobQuery()
            .processInstanceId(report.getProcessInstanceId())
            .singleResult()
            .getId());
    assertThatThrownBy(
            () ->
                complete(
                    task(DebriefingProcess.Tasks.HANDLE_MISSING_REPORT, report),
                    place.office,
                    Map.of("missingReportDecision", "MISSING", "missingReason", "没有提交")))
        .hasMessageContaining("述职报告已经提交");
    complete(review, place.office, decision("PASS", null));
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceId(report.getProcessInstanceId())
                .count())
        .isZero();
  }

  @Proves("C06")
  @Test
  void whoHandsInNothingIsPutOnRecordAndHoldsNobodyUp() {
    Task report = report(zhangs, zhang);
    DebriefEntry entry = entries.find(zhangs).orElseThrow();
    assertThat(reports.of(entry)).isEqualTo(DebriefReports.State.OPEN);
    complete(
        missing(report),
        place.office,
        Map.of("missingReportDecision", "MISSING", "missingReason", "两次催交，仍未提交"));
    assertThat(reports.of(entry)).isEqualTo(DebriefReports.State.MISSING);
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceId(report.getProcessInstanceId())
                .count())
        .isZero();
  }

  @Proves("C07")
  @Test
  void nobodyReviewsHisOwnReportWhileAnotherCan() {
    place.position(zhang, place.committee, "OFFICE", "组织干事");
    Task review = review(report(zhangs, zhang), zhang);
    assertThatThrownBy(() -> complete(review, zhang, decision("PASS", null)))
        .hasMessageContaining("不能审核本人的述职报告");
  }

  @Proves("C08")
  @Test
  void workIsNotJudgedByLedgersDocumentsOrPublicity() throws Exception {
    Task check = fieldCheck();
    for (String forbidden :
        List.of(
            "REPORT_HEARD",
            "LEDGER",
            "MEETINGS",
            "DOCUMENTS",
            "INSTRUCTIONS",
            "TRACES",
            "PUBLICITY")) {
      List<String> typed = new ArrayList<>(seen(zhangs));
      typed.addAll(fields("criterion-0", "责任履行", "evidence-0", forbidden, "finding-0", "做得很好"));
      save(leader, check, "field-check", typed)
          .andExpect(content().string(containsString("“责任履行”不能以")))
          .andExpect(content().string(containsString("请写明现场看到的情况和党员群众的意见")));
    }
    List<String> method = new ArrayList<>(seen(zhangs));
    method.addAll(fields("method", "LEDGER"));
    save(leader, check, "field-check", method)
        .andExpect(content().string(containsString("“查阅台账”不能作为考核方法")));
    assertThat(rows("debriefing_field_check")).isZero();
  }

  @Proves("C08")
  @Test
  void teamSeesEachOfItsSecretariesAndWhatItSawIsFiled() throws Exception {
    Task check = fieldCheck();
    show(leader, check, "field-check")
        .andExpect(content().string(containsString("张书记")))
        .andExpect(content().string(containsString("王书记")))
        .andExpect(content().string(containsString("不得作为依据")));
    show(zhang, check, "field-check").andExpect(status().is4xxClientError());
    assertThatThrownBy(() -> complete(check, leader, Map.of()))
        .hasMessageContaining("请先填写张书记的实地考核记录");
    List<String> full = new ArrayList<>(seen(zhangs));
    full.addAll(
        fields(
            "impression",
            "FAIRLY_GOOD",
            "criterion-0",
            "责任履行",
            "evidence-0",
            "VISIT_MASSES",
            "finding-0",
            "群众说书记常到村里"));
    save(leader, check, "field-check", full)
        .andExpect(content().string(containsString("张书记的实地考核记录已保存")));
    assertThat(checks.find(zhangs)).isEmpty();
    save(leader, check, "field-check/draft", fields("entry", wangs, "facts", "看到的"))
        .andExpect(status().isOk());
    assertThatThrownBy(() -> complete(check, leader, Map.of())).hasMessageContaining("请填写王书记的考核日期");
    List<String> none = new ArrayList<>(seen(wangs));
    none.set(none.indexOf("problems") + 1, "未发现。");
    save(leader, check, "field-check", none).andExpect(status().isOk());
    complete(check, leader, Map.of());
    DebriefFieldCheck told = checks.find(zhangs).orElseThrow();
    assertThat(told.methods()).containsExactly("现场查看", "走访群众");
    assertThat(told.impression()).contains(SecretaryGrade.FAIRLY_GOOD);
    assertThat(told.problems()).containsExactly("阵地闲置", "党员学习少");
    assertThat(told.items())
        .containsExactly(new DebriefFieldCheck.Item("责任履行", "走访群众", "群众说书记常到村里"));
    assertThat(checks.find(wangs).orElseThrow().problems()).isEmpty();
    assertThat(checks.of(caseId)).hasSize(2);
    assertThat(dossiers.isFinal(DocumentKey.about(caseId, "fieldCheck", zhang))).isTrue();
    assertThat(text("fieldCheck", zhang, "facts", place.office))
        .contains("责任履行（依据：走访群众）：群众说书记常到村里")
        .contains("总体印象：较好");
    assertThat(text("fieldCheck", zhang, "team", place.office)).contains("组长赵组长");
    String document =
        dossiers.find(DocumentKey.about(caseId, "fieldCheck", zhang)).orElseThrow().id();
    web.perform(place.get(zhang, "/dossier/document/{id}", document))
        .andExpect(status().is4xxClientError());
  }

  @Proves("C06")
  @Test
  void commentsArePreparedByTheSuperiorAloneAndOfferedWhenTheyAreRecorded() throws Exception {
    String path = "/debriefing/case/" + caseId + "/comment-notes";
    for (String stranger : List.of(zhang, wang, leader, place.organizer)) {
      web.perform(place.get(stranger, path)).andExpect(status().is4xxClientError());
      web.perform(
              place.post(stranger, path, fields("entry", zhangs, "points", "x", "revision", "0")))
          .andExpect(status().is4xxClientError());
      assertThat(links.linksFor(stranger)).isEmpty();
    }
    assertThat(links.linksFor(place.principal)).extracting(Link::path).containsExactly(path);
    web.perform(
            place.post(
                place.principal,
                path,
                fields("entry", zhangs, "points", "抓党员学习不够", "revision", "0")))
        .andExpect(content().string(containsString("点评要点已保存")));
    web.perform(place.get(place.office, path + "?entry=" + zhangs))
        .andExpect(content().string(containsString("抓党员学习不够")));
    web.perform(
            place.post(
                place.office, path, fields("entry", zhangs, "points", "另一句", "revision", "0")))
        .andExpect(content().string(containsString("刚由其他人修改")))
        .andExpect(content().string(containsString("另一句")));
    web.perform(
            place.post(
                place.office,
                path + "/draft",
                fields("entry", zhangs, "points", "补充", "revision", "1")))
        .andExpect(content().string(containsString("\"revision\":\"2\"")));
    assertThat(notes.stream().flatMap(each -> each.of(caseId, zhangs).stream()))
        .contains(new DebriefCommentNotes.Note("点评准备", "补充"));
    assertThat(notes.stream().flatMap(each -> each.of(caseId, wangs).stream())).isEmpty();
  }

  @Proves("C06")
  @Test
  void whoPreparesCommentsReadsNoneOnHimself() throws Exception {
    place.position(zhang, place.committee, "OFFICE", "组织干事");
    String path = "/debriefing/case/" + caseId + "/comment-notes";
    web.perform(place.get(zhang, path))
        .andExpect(content().string(containsString("王书记")))
        .andExpect(content().string(not(containsString("张书记"))));
    web.perform(place.get(zhang, path + "?entry=" + zhangs)).andExpect(status().is4xxClientError());
  }

  private Task report(String entryId, String person) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(DebriefingProcess.CASE_ID, caseId);
    variables.put("procedure", "debriefing");
    variables.put(DebriefingProcess.YEAR, 2026);
    variables.put(DebriefingProcess.ENTRY_ID, entryId);
    variables.put(DebriefingProcess.DEBRIEFER, person);
    variables.put(DebriefingProcess.ORGANIZATION, place.code);
    variables.put(DebriefingProcess.ORGANIZATION_NAME, "测试镇测试村党支部");
    variables.put(DebriefingProcess.SUPERIOR, place.committee);
    variables.put(DebriefingProcess.REPORT_DUE_DATE, Deadlines.endOf(DUE));
    ProcessInstance run =
        runtime
            .createProcessInstanceByKey(DebriefingProcess.REPORT_KEY)
            .setVariables(variables)
            .execute();
    return tasks.createTaskQuery().processInstanceId(run.getId()).singleResult();
  }

  private Task review(Task report, String person) {
    write(person);
    place.as(person, () -> tasks.complete(report.getId()));
    return task(DebriefingProcess.Tasks.REVIEW_REPORT, report);
  }

  private void write(String person) {
    place.as(
        person,
        () -> dossiers.write(DocumentKey.about(caseId, "debriefReport", person), REPORT, person));
  }

  private void complete(Task task, String person, Map<String, Object> answers) {
    place.as(
        person,
        () -> {
          if (tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee() == null) {
            tasks.claim(task.getId(), person);
          }
          forms.submitTaskForm(task.getId(), answers);
        });
  }

  private Task fieldCheck() {
    ProcessInstance run =
        runtime
            .createProcessInstanceByKey(DebriefingProcess.KEY)
            .startBeforeActivity(DebriefingProcess.Tasks.FIELD_CHECK)
            .setVariables(
                Map.of(
                    DebriefingProcess.CASE_ID,
                    caseId,
                    DebriefingProcess.YEAR,
                    2026,
                    DebriefingProcess.ORGANIZATION,
                    place.committee,
                    DebriefingProcess.ORGANIZATION_NAME,
                    "测试镇党委",
                    DebriefingProcess.FIELD_CHECKS,
                    Lists.json(List.of(team)),
                    DebriefingProcess.FIELD_CHECK_ID,
                    team,
                    "fieldDueDate",
                    Deadlines.endOf(DUE)))
            .execute();
    return tasks.createTaskQuery().processInstanceId(run.getId()).singleResult();
  }

  private static List<String> seen(String entryId) {
    return fields(
        "entry",
        entryId,
        "checkedOn",
        "2026-11-01",
        "method",
        "ON_SITE",
        "method",
        "VISIT_MASSES",
        "places",
        "三个村",
        "peopleMet",
        "党员6人、群众9人",
        "facts",
        "党群服务中心开门",
        "problems",
        "阵地闲置\n党员学习少");
  }

  private static Map<String, Object> decision(String decision, LocalDate day) {
    Map<String, Object> answer = new HashMap<>(Map.of("reportDecision", decision));
    if (day != null) {
      answer.put("newReportDate", (Date) Deadlines.startOf(day));
    }
    return answer;
  }

  /** The day passes, the secretary is reminded, the organisers have to deal with it. */
  private Task missing(Task report) {
    clock.setTo(DUE.plusDays(1));
    for (int step = 0; step < 2; step++) {
      Job job =
          management
              .createJobQuery()
              .processInstanceId(report.getProcessInstanceId())
              .singleResult();
      management.executeJob(job.getId());
    }
    return task(DebriefingProcess.Tasks.HANDLE_MISSING_REPORT, report);
  }

  private static Map<String, Object> extended(LocalDate day) {
    return Map.of("missingReportDecision", "EXTEND", "extendedDate", Deadlines.startOf(day));
  }

  private Task task(String element, Task sibling) {
    return tasks
        .createTaskQuery()
        .processInstanceId(sibling.getProcessInstanceId())
        .taskDefinitionKey(element)
        .singleResult();
  }

  private String text(String type, String person, String section, String reader) {
    return dossiers
        .read(dossiers.find(DocumentKey.about(caseId, type, person)).orElseThrow().id(), reader)
        .get(section);
  }

  private ResultActions show(String person, Task task, String page) throws Exception {
    return web.perform(place.get(person, "/debriefing/task/{id}/" + page, task.getId()));
  }

  private ResultActions save(String person, Task task, String page, List<String> typed)
      throws Exception {
    return web.perform(place.post(person, "/debriefing/task/" + task.getId() + "/" + page, typed));
  }

  private int rows(String table) {
    return jdbc.sql("select count(*) from " + table + " where case_id = ?")
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  private String entry(String person, String name, int order) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into debrief_entry (entry_id, case_id, organization, organization_name,"
                + " person_id, person_name, title, unit_type, category, entry_mode, table_mode,"
                + " mode_required, entry_state, graded, authority, entry_order, source_note) values"
                + " (?, ?, ?, '测试镇测试村党支部', ?, ?, '党支部书记', 'VILLAGE', 'VILLAGE', 'ONSITE',"
                + " 'ONSITE', false, 'ACTIVE', true, 'OWN', ?, '')")
        .params(id, caseId, place.code, person, name, order)
        .update();
    return id;
  }

  private void plan() {
    jdbc.sql(
            "insert into debrief_plan (case_id, plan_year, report_due, session_on, place,"
                + " comment_mode, rate_written, max_good_percent, remark, agreed, saved_by,"
                + " saved_at) values (?, 2026, ?, ?, '会议室', 'ONE_BY_ONE', false, 30, '', true, ?,"
                + " ?)")
        .params(caseId, DUE, SESSION, place.office, OffsetDateTime.now(clock))
        .update();
    key(0, "", "整顿软弱涣散党组织");
    key(1, wangs, "只对王书记");
    jdbc.sql("insert into debrief_plan_team values (?, ?, ?, 0)")
        .params(team, caseId, leader)
        .update();
    for (String entry : List.of(zhangs, wangs)) {
      jdbc.sql("insert into debrief_plan_team_entry values (?, ?, ?)")
          .params(caseId, entry, team)
          .update();
    }
    jdbc.sql("insert into debrief_plan_criterion values (?, 'DUTY', '责任履行', '', 0)")
        .param(caseId)
        .update();
  }

  private void key(int order, String entry, String text) {
    jdbc.sql("insert into debrief_plan_key values (?, ?, ?, '', ?)")
        .params(caseId, order, entry, text)
        .update();
  }

  private void openItem() {
    jdbc.sql(
            "insert into rectification_item (id, case_id, case_number, item_number, procedure_key,"
                + " organization, item_year, problem, goal, measures, help_needed, owner, due_on,"
                + " severity, state, listed_by, listed_at) values (?, 'old', ?, 1, 'debriefing', ?,"
                + " 2025, '联系群众不够', '目标', '措施', '', ?, ?, 'ORDINARY', 'OPEN', ?, ?)")
        .params(
            place.prefix + "Z01",
            place.prefix,
            place.code,
            zhang,
            TODAY.minusDays(3),
            zhang,
            OffsetDateTime.now((Clock) clock))
        .update();
  }
}
