package org.dangwu.memberreview.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dangwu.memberreview.ReviewBranch.fields;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.memberreview.ReviewBranch;
import org.dangwu.memberreview.ReviewSummaries;
import org.dangwu.models.Proves;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Plan, summaries and mutual review on the whole application, each done by whose turn it is. */
@IntegrationTest
@AutoConfigureMockMvc
@Import(AdjustableClock.Configuration.class)
class PreparationTest {

  @Autowired private ApplicationContext application;
  @Autowired private MockMvc web;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private Dossiers dossiers;
  @Autowired private ReviewSummaries summaries;

  private ReviewBranch branch;
  private String zhang;
  private String li;
  private String novice;

  @BeforeEach
  void membersOfTheBranch() {
    branch = new ReviewBranch(application);
    zhang = branch.formal("张三");
    li = branch.formal("李四");
    novice = branch.probationary("王预备");
    branch.begin(Map.of());
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"B01", "B03", "B06"})
  @Test
  void planBecomesFactsAndAFinalDocument() throws Exception {
    Task task = branch.task(PreparationSteps.MAKE_PLAN);
    branch.claim(task, branch.secretary);
    show(branch.secretary, task, "plan")
        .andExpect(content().string(containsString("全体党员")))
        .andExpect(content().string(containsString("预备党员参加评议和测评，不评定等次")));
    List<String> typed = planned(branch.day(12));
    save(branch.secretary, task, "plan", typed)
        .andExpect(content().string(containsString("方案已保存")));
    branch.complete(task, branch.secretary, Map.of());
    Map<String, Object> facts = branch.facts();
    assertThat(facts)
        .containsEntry("combined", "YES")
        .containsEntry("orgLifeForm", "GROUP")
        .containsEntry("massesWay", "POLL")
        .containsEntry("committeeReview", "YES")
        .containsEntry("memberGroups", List.of("第一党小组", "第二党小组"));
    assertThat(Deadlines.day((Date) facts.get("summaryDueDate"))).isEqualTo(branch.day(10));
    assertThat(Deadlines.day((Date) facts.get("assemblyDate"))).isEqualTo(branch.day(15));
    DocumentKey document = DocumentKey.of(branch.caseId(), "reviewPlan");
    assertThat(dossiers.isFinal(document)).isTrue();
    assertThat(text(document, "groups"))
        .contains("第一党小组（组长支书）：支书、张三")
        .contains("第二党小组（组长组委）：组委、李四、王预备");
    assertThat(text(document, "method")).contains("党小组会").contains("民意测验");
  }

  @Proves("B01")
  @Test
  void planThatCannotBeCarriedOutIsRefusedAndNothingIsKept() throws Exception {
    Task task = branch.task(PreparationSteps.MAKE_PLAN);
    branch.claim(task, branch.secretary);
    save(branch.secretary, task, "plan", planned(branch.day(9)))
        .andExpect(content().string(containsString("党员互评应在个人总结提交以后进行")));
    assertThatThrownBy(() -> branch.complete(task, branch.secretary, Map.of()))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请先在页面上填写评议方案");
  }

  @Proves("B03")
  @Test
  void membersAreDealtOutOverTheGroupsOnRequest() throws Exception {
    Task task = branch.task(PreparationSteps.MAKE_PLAN);
    branch.claim(task, branch.secretary);
    List<String> typed = new ArrayList<>(planned(branch.day(12)));
    typed.addAll(fields("deal", "1"));
    save(branch.secretary, task, "plan", typed).andExpect(content().string(containsString("尚未保存")));
    assertThat(summariesOf("memberreview_plan")).isZero();
  }

  @Proves({"B08", "E19"})
  @Test
  void formalMembersJudgeThemselvesAndProbationaryOnesDoNot() {
    branch.reachSummaries();
    Task own = branch.taskOf(PreparationSteps.WRITE_SUMMARY, zhang);
    branch.writeSummary(zhang, "");
    assertThatThrownBy(() -> branch.complete(own, zhang, Map.of()))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请在“自我评价”一栏填写");
    branch.writeSummary(zhang, "合格");
    branch.complete(own, zhang, Map.of());
    Task novices = branch.taskOf(PreparationSteps.WRITE_SUMMARY, novice);
    branch.writeSummary(novice, "优秀");
    assertThatThrownBy(() -> branch.complete(novices, novice, Map.of()))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("预备党员不评定等次");
    branch.writeSummary(novice, "");
    branch.complete(novices, novice, Map.of());
    assertThat(branch.open(PreparationSteps.CHECK_SUMMARY)).hasSize(2);
  }

  @Proves("B08")
  @Test
  void memberSeesOnlyHisOwnSummaryAndAnotherBranchNothing() throws Exception {
    ReviewBranch other = new ReviewBranch(application);
    branch.reachSummaries();
    Task own = branch.taskOf(PreparationSteps.WRITE_SUMMARY, zhang);
    branch.writeSummary(zhang, "合格");
    branch.complete(own, zhang, Map.of());
    String document =
        dossiers.find(DocumentKey.about(branch.caseId(), "summary", zhang)).orElseThrow().id();
    web.perform(branch.get(zhang, "/dossier/document/{id}", document))
        .andExpect(content().string(containsString("存在的问题")));
    web.perform(branch.get(branch.secretary, "/dossier/document/{id}", document))
        .andExpect(content().string(containsString("存在的问题")));
    for (String stranger : List.of(li, branch.office, other.secretary)) {
      web.perform(branch.get(stranger, "/dossier/document/{id}", document))
          .andExpect(status().is4xxClientError())
          .andExpect(content().string(not(containsString("一年来的情况"))));
    }
    Task lis = branch.taskOf(PreparationSteps.WRITE_SUMMARY, li);
    web.perform(branch.get(zhang, "/dossier/task/{id}", lis.getId()))
        .andExpect(status().is4xxClientError());
    web.perform(other.get(other.secretary, "/home/case/{id}", branch.caseId()))
        .andExpect(status().is4xxClientError());
  }

  @Proves("B08")
  @Test
  void memberHandsInHisSummaryOnAPageOfItsOwn() throws Exception {
    branch.reachSummaries();
    Task own = branch.taskOf(PreparationSteps.WRITE_SUMMARY, zhang);
    show(zhang, own, "own-summary")
        .andExpect(content().string(containsString("/dossier/task/" + own.getId())));
    show(branch.secretary, own, "own-summary").andExpect(status().is4xxClientError());
    save(zhang, own, "own-summary", List.of())
        .andExpect(content().string(containsString("请在“自我评价”一栏填写")));
    branch.writeSummary(zhang, "合格");
    save(zhang, own, "own-summary", List.of())
        .andExpect(content().string(containsString("个人总结已提交")));
    assertThat(branch.taskOf(PreparationSteps.CHECK_SUMMARY, zhang)).isNotNull();
  }

  @Proves("B08")
  @Test
  void summaryIsCheckedBySomebodyElseAndReturnedWithANewDay() {
    branch.reachSummaries();
    handIn(branch.secretary);
    Task check = branch.taskOf(PreparationSteps.CHECK_SUMMARY, branch.secretary);
    assertThatThrownBy(
            () -> branch.complete(check, branch.secretary, Map.of("summaryResult", "ACCEPT")))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("不能审定本人的个人总结");
    tasks.setAssignee(check.getId(), null);
    assertThatThrownBy(() -> branch.complete(check, branch.organizer, returned(branch.day(0))))
        .hasMessageContaining("须晚于今天");
    branch.complete(check, branch.organizer, returned(branch.day(14)));
    Task again = branch.taskOf(PreparationSteps.WRITE_SUMMARY, branch.secretary);
    assertThat(Deadlines.day(again.getDueDate())).isEqualTo(branch.day(14));
    Task others = branch.taskOf(PreparationSteps.WRITE_SUMMARY, li);
    assertThat(Deadlines.day(others.getDueDate())).isEqualTo(branch.day(10));
  }

  @Proves("E22")
  @Test
  void refusedSummaryIsUrgedThenRecordedAndStopsNobody() {
    branch.reachSummaries();
    for (String member : List.of(branch.secretary, branch.organizer, zhang, novice)) {
      handIn(member);
      branch.complete(
          branch.taskOf(PreparationSteps.CHECK_SUMMARY, member),
          member.equals(branch.secretary) ? branch.organizer : branch.secretary,
          Map.of("summaryResult", "ACCEPT"));
    }
    branch.today(branch.day(11));
    branch.complete(
        branch.taskOf(PreparationSteps.HANDLE_MISSING_SUMMARY, li),
        branch.secretary,
        Map.of("missingDecision", "REMIND", "newSummaryDate", date(branch.day(13))));
    assertThat(branch.open(PreparationSteps.HANDLE_MISSING_SUMMARY)).isEmpty();
    branch.today(branch.day(14));
    branch.complete(
        branch.taskOf(PreparationSteps.HANDLE_MISSING_SUMMARY, li),
        branch.secretary,
        Map.of("missingDecision", "REFUSED", "refusalFacts", "两次催交，本人表示不写。"));
    assertThat(summaries.refused(branch.caseId())).containsExactly(li);
    assertThat(branch.open(PreparationSteps.WRITE_SUMMARY)).isEmpty();
    assertThat(branch.open(PreparationSteps.HOLD_PEER_REVIEW)).hasSize(1);
    assertThat(branch.facts().toString()).doesNotContain("两次催交");
  }

  @Proves({"B09", "B04", "B28"})
  @Test
  void mutualReviewSpeaksOfEverybodyLeadersFirstAndLeavesTheRestToPrivateTalks() throws Exception {
    branch.reachPeerReview();
    Task task = branch.task(PreparationSteps.HOLD_PEER_REVIEW);
    assertThat(task.getAssignee()).isEqualTo(branch.secretary);
    String page =
        show(branch.secretary, task, "peer").andReturn().getResponse().getContentAsString();
    assertThat(page.indexOf("said-" + branch.secretary))
        .isLessThan(page.indexOf("said-" + branch.organizer));
    assertThat(page.indexOf("said-" + branch.organizer)).isLessThan(page.indexOf("said-" + zhang));
    save(branch.secretary, task, "peer", spoken(List.of(branch.secretary, zhang, li)))
        .andExpect(content().string(containsString("互评记录已保存")));
    assertThatThrownBy(() -> branch.complete(task, branch.secretary, Map.of()))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("还没有记录对组委的互评意见");
    List<String> everybody = new ArrayList<>(spoken(List.of(branch.secretary, zhang, li, novice)));
    everybody.addAll(fields("talk-" + branch.organizer, "1"));
    save(branch.secretary, task, "peer/draft", everybody).andExpect(status().isOk());
    branch.complete(task, branch.secretary, Map.of());
    DocumentKey record = DocumentKey.about(branch.caseId(), "peerReview", "全体党员");
    assertThat(dossiers.isFinal(record)).isTrue();
    assertThat(text(record, "record")).contains("【张三】\n批评意见标记");
    Task talk = branch.taskOf(PreparationSteps.PRIVATE_TALK, branch.organizer);
    assertThatThrownBy(() -> branch.complete(talk, branch.organizer, Map.of()))
        .hasMessageContaining("不能与本人谈话");
    tasks.setAssignee(talk.getId(), null);
    branch.write(
        "privateTalk", branch.organizer, Map.of("topic", "作风", "record", "谈话要点"), branch.secretary);
    branch.complete(talk, branch.secretary, Map.of());
    assertThat(branch.open("UserTask_PrepareBallot")).hasSize(1);
    assertThat(branch.facts().toString()).doesNotContain("批评意见标记");
  }

  @Test
  void recordOfTheMutualReviewIsShownOnlyToWhoHoldsTheTask() throws Exception {
    branch.reachPeerReview();
    Task task = branch.task(PreparationSteps.HOLD_PEER_REVIEW);
    save(branch.secretary, task, "peer", spoken(List.of(zhang)));
    for (String person : List.of(zhang, branch.organizer, branch.office)) {
      show(person, task, "peer").andExpect(content().string(not(containsString("批评意见标记"))));
      save(person, task, "peer/draft", spoken(List.of(li))).andExpect(status().is4xxClientError());
    }
  }

  private void handIn(String member) {
    branch.writeSummary(member, member.equals(novice) ? "" : "合格");
    branch.complete(branch.taskOf(PreparationSteps.WRITE_SUMMARY, member), member, Map.of());
  }

  private static Map<String, Object> returned(LocalDate day) {
    return Map.of(
        "summaryResult", "RETURN", "newSummaryDate", date(day), "checkOpinion", "问题写得不具体。");
  }

  private static String date(LocalDate day) {
    return day.toString();
  }

  private List<String> planned(LocalDate peerOn) {
    return fields(
        "studyFrom",
        branch.day(0).toString(),
        "studyTo",
        branch.day(5).toString(),
        "summaryDue",
        branch.day(10).toString(),
        "peerOn",
        peerOn.toString(),
        "assemblyOn",
        branch.day(15).toString(),
        "combined",
        "YES",
        "form",
        "GROUP",
        "massesWay",
        "POLL",
        "committeeReview",
        "YES",
        "remark",
        "",
        "group-name-1",
        "第一党小组",
        "group-leader-1",
        branch.secretary,
        "group-name-2",
        "第二党小组",
        "group-leader-2",
        branch.organizer,
        "member-" + branch.secretary,
        "1",
        "member-" + branch.organizer,
        "2",
        "member-" + zhang,
        "1",
        "member-" + li,
        "2",
        "member-" + novice,
        "2");
  }

  private List<String> spoken(List<String> members) {
    List<String> typed = new ArrayList<>();
    for (String member : List.of(branch.secretary, branch.organizer, zhang, li, novice)) {
      typed.addAll(fields("present-" + member, "1", "presented-" + member, "1"));
    }
    members.forEach(member -> typed.addAll(fields("said-" + member, "批评意见标记")));
    return typed;
  }

  private String text(DocumentKey key, String section) {
    return dossiers.read(dossiers.find(key).orElseThrow().id(), "test").get(section);
  }

  private int summariesOf(String table) {
    return application
        .getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("select count(*) from " + table + " where case_id = ?")
        .param(branch.caseId())
        .query(Integer.class)
        .single();
  }

  private ResultActions show(String person, Task task, String page) throws Exception {
    return web.perform(branch.get(person, "/member-review/task/" + task.getId() + "/" + page));
  }

  private ResultActions save(String person, Task task, String page, List<String> typed)
      throws Exception {
    return web.perform(
        branch.post(person, "/member-review/task/" + task.getId() + "/" + page, typed));
  }
}
