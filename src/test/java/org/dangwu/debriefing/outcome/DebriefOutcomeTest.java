package org.dangwu.debriefing.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.archive.Archive;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.models.Proves;
import org.dangwu.personnel.PersonnelMaterial;
import org.dangwu.personnel.PersonnelRegister;
import org.dangwu.personnel.PersonnelTarget;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.Facts;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What becomes known of a debriefing, to whom, and where its papers go. */
@IntegrationTest
@AutoConfigureMockMvc
class DebriefOutcomeTest {

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;
  @Autowired private IdentityService identity;
  @Autowired private Dossiers dossiers;
  @Autowired private PersonnelRegister register;
  @Autowired private Archive archive;
  @Autowired private Facts facts;
  @Autowired private Clock clock;

  private OutcomeCounty county;

  @BeforeEach
  void county() {
    county = new OutcomeCounty(jdbc, runtime, tasks, identity, clock, web);
  }

  @AfterEach
  void clearAway() {
    identity.clearAuthentication();
    if (county.instance() != null) {
      runtime.deleteProcessInstanceIfExists(county.instance(), "done", true, true, true, false);
    }
  }

  @Proves("C17")
  @Test
  void noticeReachesTheLeadersOfItsRangeAndNobodyElse() throws Exception {
    Task draft = county.reach(Tasks.DRAFT_NOTICE, county.organizer);
    String page = "/debriefing/task/" + draft.getId() + "/notice";
    assertThat(county.shown(get(page), county.organizer)).contains("东河镇党委", "西山镇党委", "checked");
    assertThat(county.status(get(page), county.villager)).isEqualTo(404);
    assertThat(
            county.shown(
                post(page).param("text", "八名书记述职，总体较好。").param("organization", "ELSEWHERE"),
                county.organizer))
        .contains("请至少选择一个通报的单位");
    assertThatThrownBy(() -> county.complete(draft, Map.of())).hasMessageContaining("还没有选择通报范围");
    assertThat(
            county.shown(
                post(page)
                    .param("text", "八名书记述职，总体较好。")
                    .param("organization", county.county, county.east),
                county.organizer))
        .contains("通报范围为2个单位");
    county.complete(draft, Map.of());
    DossierDocument notice =
        dossiers.find(DocumentKey.of(county.caseId, DebriefNoticePage.PAPER)).orElseThrow();
    assertThat(dossiers.read(notice.id(), "test").get("range")).isEqualTo("云岭县委领导班子；述职单位1个：东河镇党委");

    Task approval = county.take(Tasks.APPROVE_NOTICE, county.countySecretary);
    county.complete(approval, Map.of(DebriefingProcess.NOTICE_DECISION, "APPROVE"));
    runJobs();
    assertThat(dossiers.find(notice.key()).orElseThrow().files())
        .as("the notice as an official document")
        .hasSize(1);
    assertThat(county.told("通报"))
        .containsExactlyInAnyOrder(county.countySecretary, county.eastSecretary);
    String address = link(county.shown(get("/published"), county.eastSecretary));
    assertThat(county.shown(get(address), county.eastSecretary)).contains("总体较好");
    for (String other : List.of(county.westSecretary, county.villager, county.organizer)) {
      assertThat(county.status(get(address), other)).isEqualTo(404);
      assertThat(county.shown(get("/published"), other)).doesNotContain(address);
    }
  }

  @Proves("C18")
  @Test
  void reportIsPublishedOnlyWithoutWhatMustNotBeRead() throws Exception {
    reports("党员教育抓得不够。赵西山同志工作漂浮。联系电话13912345678。");
    Task prepare = county.reach(Tasks.PREPARE_REPORTS, county.organizer);
    String page = "/debriefing/task/" + prepare.getId() + "/reports";
    assertThatThrownBy(() -> county.complete(prepare, Map.of()))
        .hasMessageContaining("王东河、赵西山的公开稿还没有准备好");
    assertThat(county.shown(post(page + "/adopt"), county.organizer)).contains("2处不能公开", "可以公开");
    assertThatThrownBy(() -> county.complete(prepare, Map.of()))
        .hasMessageContaining("（王东河）》“存在问题”第2句")
        .hasMessageNotContaining("漂浮");
    String report = page + "/" + county.eastEntry;
    assertThat(county.shown(get(report), county.organizer))
        .contains("赵西山同志工作漂浮。", "13912345678", "姓名与批评用语", "含有身份证号码或者手机号码");
    assertThat(county.status(get(report), county.eastSecretary)).isEqualTo(404);
    assertThat(county.status(get(page + "/" + "unknown"), county.organizer)).isEqualTo(404);
    edit(report, "党员教育抓得不够。", "ALL");
    county.complete(prepare, Map.of());
    assertThat(
            dossiers.isFinal(
                DocumentKey.about(county.caseId, PublicReports.PUBLIC, county.eastSecretary)))
        .isTrue();
  }

  @Proves("C18")
  @Test
  void readersInTheRangeReadAndRemarkWithOrWithoutNameAndOnlyOrganizersReadRemarks()
      throws Exception {
    reports("党员教育抓得不够。");
    Task prepare = county.reach(Tasks.PREPARE_REPORTS, county.organizer);
    String page = "/debriefing/task/" + prepare.getId() + "/reports";
    county.shown(post(page + "/adopt"), county.organizer);
    assertThat(
            county.shown(
                post(page + "/remarks-until").param("remarksUntil", today().toString()),
                county.organizer))
        .contains("请选择今天以后的日期");
    LocalDate until = today().plusDays(5);
    county.shown(
        post(page + "/remarks-until").param("remarksUntil", until.toString()), county.organizer);
    county.complete(prepare, Map.of());
    runJobs();
    assertThat(runtime.getVariable(county.instance(), DebriefingProcess.REMARKS_DUE_DATE))
        .isEqualTo(Deadlines.startOf(until.plusDays(1)));
    assertThat(county.told("公开"))
        .contains(county.eastSecretary, county.westSecretary, county.countySecretary);

    String list = county.shown(get("/published"), county.villager);
    assertThat(list).contains("东河镇党委书记王东河同志述职报告").doesNotContain("赵西山");
    assertThat(county.shown(get("/home"), county.villager)).contains("公开的述职报告可以提出意见");
    String address = link(list);
    assertThat(county.shown(get(address), county.villager)).contains("党员教育抓得不够。", "提出意见");
    assertThat(county.shown(get(address), county.westSecretary)).contains("党员教育抓得不够。");
    assertThat(county.status(get(address), county.neighbour)).isEqualTo(404);
    String remarks = address + "/remarks";
    assertThat(
            county.status(
                post(remarks).param("remark", "村级活动没有开展").param("manner", "UNSIGNED"),
                county.neighbour))
        .isEqualTo(404);
    assertThat(county.shown(post(remarks).param("remark", "村级活动没有开展"), county.villager))
        .contains("请选择署名或者不署名", "村级活动没有开展");
    assertThat(
            county.shown(
                post(remarks).param("remark", "村级活动没有开展").param("manner", "UNSIGNED"),
                county.villager))
        .contains("没有保存您的姓名");
    assertThat(
            county.shown(
                post(remarks).param("remark", "党群服务中心常关门").param("manner", "SIGNED"),
                county.westSecretary))
        .contains("署您的姓名");
    assertThat(
            jdbc.sql("select remark, author from publication_remark where publication_id = ?")
                .param(address.substring(address.lastIndexOf('/') + 1))
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list())
        .containsExactlyInAnyOrder("村级活动没有开展 null", "党群服务中心常关门 " + county.westSecretary);
    assertThat(county.shown(get(address), county.eastSecretary)).doesNotContain("村级活动", "常关门");

    fire();
    Task handle = county.take(Tasks.HANDLE_REMARKS, county.organizer);
    String desk = "/debriefing/task/" + handle.getId() + "/remarks";
    assertThat(county.status(get(desk), county.eastSecretary)).isEqualTo(404);
    String shown = county.shown(get(desk), county.organizer);
    assertThat(shown).contains("村级活动没有开展", "未署名", "赵西山").doesNotContain("钱石桥");
    assertThatThrownBy(() -> county.complete(handle, Map.of())).hasMessageContaining("还有2条意见");
    var answer = post(desk);
    Matcher fields = Pattern.compile("name=\"(handling-[0-9a-f-]{36})\"").matcher(shown);
    while (fields.find()) {
      answer.param(fields.group(1), "已向本人转达，列入整改。");
    }
    county.shown(answer, county.organizer);
    county.complete(handle, Map.of());
    DossierDocument paper = dossiers.find(DocumentKey.of(county.caseId, "remarks")).orElseThrow();
    assertThat(dossiers.read(paper.id(), "test").get("text"))
        .contains("未署名：村级活动没有开展", "办理情况：已向本人转达，列入整改。");
  }

  @Proves("C19")
  @Test
  void filingEndsOnlyWithTheReceiptOfEveryKeeper() throws Exception {
    enter(county.eastEntry, county.east, county.eastSecretary, "王东河", "本级组织部门", 1);
    enter(county.westEntry, county.west, county.westSecretary, "赵西山", "所在单位组织人事部门", 2);
    Task confirm = county.reach(Tasks.CONFIRM_PERSONNEL_FILES, county.organizer);
    String page = "/debriefing/task/" + confirm.getId() + "/personnel-files";
    String shown = county.shown(get(page), county.organizer);
    assertThat(shown).contains("本级组织部门", "所在单位组织人事部门");
    assertThat(county.status(get(page + "/" + county.eastEntry), county.organizer)).isEqualTo(404);
    opinion();
    assertThat(county.shown(get(page + "/" + county.eastEntry), county.organizer))
        .contains("王东河", "东河镇党委", "好", "抓基层打基础扎实。");
    assertThat(county.status(get(page + "/" + county.eastEntry), county.eastSecretary))
        .isEqualTo(404);
    List<String> ids = ids(shown, "name=\"day-([0-9a-f-]{36})\"");
    assertThat(
            county.shown(
                receipt(page, ids.get(0), today().toString(), "", "档案室"), county.organizer))
        .contains("王东河的回执没有填写完整");
    assertThat(
            county.shown(
                receipt(page, ids.get(0), today().plusDays(1).toString(), "云组档1号", "档案室"),
                county.organizer))
        .contains("晚于今天");
    county.shown(
        receipt(page, ids.get(0), today().toString(), "云组档1号", "县委组织部档案室"), county.organizer);
    assertThatThrownBy(() -> county.complete(confirm, Map.of()))
        .hasMessageContaining("赵西山")
        .hasMessageNotContaining("王东河");
    county.shown(receipt(page, ids.get(1), today().toString(), "西山2号", "西山镇党政办"), county.organizer);

    assertThat(county.shown(get("/personnel-files"), county.organizer))
        .contains("述职评议考核", "王东河", "云组档1号", "县委组织部档案室");
    assertThat(county.status(get("/personnel-files"), county.eastSecretary)).isEqualTo(404);
    county.complete(confirm, Map.of());
    DossierDocument paper =
        dossiers.find(DocumentKey.of(county.caseId, "personnelReceipts")).orElseThrow();
    assertThat(paper.isFinal()).isTrue();
    assertThat(dossiers.read(paper.id(), "test").get("text"))
        .contains("王东河：综合评价意见和等次已移交本级组织部门，县委组织部档案室于", "西山2号");
  }

  @Proves("C22")
  @Test
  void reportUpwardEndsWithTheReceiptOfTheSuperior() {
    Task report = county.reach(Tasks.REPORT_UP, county.organizer);
    assertThatThrownBy(() -> county.complete(report, Map.of())).hasMessageContaining("报告内容");
    dossiers.write(
        DocumentKey.of(county.caseId, "reportUp"), Map.of("text", "基本情况和做法。"), county.organizer);
    county.complete(report, Map.of());
    assertThat(facts.ofCase(county.caseId))
        .extracting(Fact::type, Fact::kept)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Fact.Type.DEBRIEF_REPORTED, true));
    runJobs();
    Task receipt = county.take(Tasks.RECORD_REPORT_RECEIPT, county.organizer);
    receiptOf(today().minusDays(1));
    assertThatThrownBy(() -> county.complete(receipt, Map.of())).hasMessageContaining("收到日期应当在报送");
    receiptOf(today().plusDays(1));
    assertThatThrownBy(() -> county.complete(receipt, Map.of())).hasMessageContaining("收到日期应当在报送");
    receiptOf(today());
    county.complete(receipt, Map.of());
    assertThat(dossiers.isFinal(DocumentKey.of(county.caseId, "reportUpReceipt"))).isTrue();
  }

  @Proves("E31")
  @Test
  void archiveAsksForWhatTheProcedureLeadsTo() {
    county.reach("ServiceTask_ArchiveDebriefing");
    runJobs();
    Task complete = county.take(Tasks.COMPLETE_ARCHIVE, county.organizer);
    assertThat((String) tasks.getVariable(complete.getId(), "archiveProblem"))
        .contains("述职评议考核方案", "述职报告", "综合评价意见", "情况通报", "对上报告回执", "补齐");
    assertThat((String) tasks.getVariable(complete.getId(), "archiveTypes"))
        .contains("debriefPlan", "studyRecord", "debriefNotice", "reportUp");
    assertThat(archive.find(county.caseId)).isEmpty();
  }

  @Proves("E31")
  @Test
  void reportThatWasBegunAndNeverHandedInDoesNotHoldUpTheArchive() {
    report(county.eastSecretary, "党员教育抓得不够。");
    dossiers.write(
        DocumentKey.about(county.caseId, PublicReports.REPORT, county.westSecretary),
        Map.of("duties", "写了一半"),
        county.westSecretary);
    county.reach("ServiceTask_ArchiveDebriefing");
    runJobs();
    Task complete = county.take(Tasks.COMPLETE_ARCHIVE, county.organizer);
    assertThat((String) tasks.getVariable(complete.getId(), "archiveMissing"))
        .contains("述职评议考核方案")
        .doesNotContain("述职报告");
  }

  @Proves("E35")
  @Test
  void terminatedRunFilesWhatExists() {
    reports("党员教育抓得不够。");
    county.reach("ServiceTask_ArchiveTerminatedDebriefing");
    runJobs();
    assertThat(archive.find(county.caseId).orElseThrow().pieces()).isEqualTo(2);
  }

  private void reports(String problems) {
    report(county.eastSecretary, problems);
    report(county.westSecretary, "深入支部偏少。");
  }

  private void report(String secretary, String problems) {
    DocumentKey key = DocumentKey.about(county.caseId, PublicReports.REPORT, secretary);
    dossiers.write(key, OutcomeCounty.report(problems), secretary);
    dossiers.finish(key, secretary);
  }

  private void edit(String address, String problems, String range) throws Exception {
    var form = post(address).param("range", range);
    OutcomeCounty.report(problems).forEach((key, text) -> form.param("text-" + key, text));
    assertThat(county.shown(form, county.organizer)).contains("公开稿已保存", "没有发现不能公开的文字");
  }

  private void enter(
      String entry, String unit, String person, String name, String owner, int order) {
    register.enter(
        new PersonnelMaterial(
            entry,
            county.caseId,
            county.county,
            today().getYear(),
            "述职评议考核",
            unit,
            person,
            name,
            order,
            PersonnelTarget.CADRE,
            "3",
            owner,
            "综合评价意见和等次",
            true));
  }

  private void opinion() {
    DocumentKey opinion =
        DocumentKey.about(county.caseId, DebriefPersonnelPage.OPINION, county.eastSecretary);
    dossiers.file(
        opinion,
        Map.of("achievements", "抓基层打基础扎实。", "problems", "创新不多。", "grade", "好", "basis", "综合"),
        county.organizer);
  }

  private void receiptOf(LocalDate day) {
    dossiers.write(
        DocumentKey.of(county.caseId, "reportUpReceipt"),
        Map.of("receivedOn", day.toString(), "number", "市组收12号"),
        county.organizer);
  }

  private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder receipt(
      String page, String id, String day, String number, String receiver) {
    return post(page)
        .param("day-" + id, day)
        .param("number-" + id, number)
        .param("receiver-" + id, receiver);
  }

  /** Steps behind asynchronous continuations, timers excepted. */
  private void runJobs() {
    for (Job job = next(); job != null; job = next()) {
      management.executeJob(job.getId());
    }
  }

  private Job next() {
    return management
        .createJobQuery()
        .processInstanceId(county.instance())
        .messages()
        .listPage(0, 1)
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** The period for remarks is over. */
  private void fire() {
    Date due = (Date) runtime.getVariable(county.instance(), DebriefingProcess.REMARKS_DUE_DATE);
    management.createJobQuery().processInstanceId(county.instance()).timers().list().stream()
        .filter(job -> due.equals(job.getDuedate()))
        .forEach(job -> management.executeJob(job.getId()));
    runJobs();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static String link(String page) {
    return ids(page, "href=\"(/published/[0-9a-f-]{36})\"").get(0);
  }

  private static List<String> ids(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    List<String> found = new java.util.ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    assertThat(found).as(pattern).isNotEmpty();
    return found;
  }
}
