package org.dangwu.memberreview.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.ballot.BallotRound;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.RoundKind;
import org.dangwu.ballot.RoundState;
import org.dangwu.ballot.round.PollingStation;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.memberreview.ReviewOutcomes;
import org.dangwu.models.Proves;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Grades from the ballot to the member himself, on the whole application. */
@IntegrationTest
@AutoConfigureMockMvc
class GradingRunTest {

  private static final Set<String> GRADES =
      Set.of("EXCELLENT", "QUALIFIED", "BASIC", "UNQUALIFIED");

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;
  @Autowired private HistoryService history;
  @Autowired private IdentityService identity;
  @Autowired private Ballots ballots;
  @Autowired private PollingStation station;
  @Autowired private Dossiers dossiers;
  @Autowired private ReviewOutcomes outcomes;
  @Autowired private Clock clock;

  private ReviewedBranch branch;
  private String secretary;

  @BeforeEach
  void eightMembers() {
    branch = new ReviewedBranch(8, jdbc, runtime, tasks, management, identity, web, clock);
    secretary = branch.member(1);
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({
    "B10", "B12", "B15", "B16", "B18", "B19", "B20", "B21", "B22", "B24", "B25", "B26", "E10",
    "E12", "E13", "E14", "E24"
  })
  @Test
  void aGradeGoesItsWholeWayAndNoProcessVariableEverHoldsIt() throws Exception {
    branch.begin("UserTask_PrepareBallot", Map.of());
    arrange();
    vote();
    convene();
    verifyFirst();
    proposeTooMany();
    reduce();
    voteInTheAssembly();
    superiorReturnsOne();
    studyTheReturned(branch.member(3));
    everybodyReadsHisOwn();
    objectionIsHeard();
    ownResults();
    followUp();
    assertThat(outcomes.of(branch.caseId))
        .hasValueSatisfying(
            found -> {
              assertThat(found.graded()).isEqualTo(8);
              assertThat(found.counts())
                  .containsEntry(ReviewGrade.EXCELLENT, 1)
                  .containsEntry(ReviewGrade.BASIC, 1)
                  .containsEntry(ReviewGrade.UNQUALIFIED, 1);
            });
    noGradeInVariables();
  }

  @Proves({"B13", "B14"})
  @Test
  void theCommitteeIsRatedByTheOthersAndTheMassesBySheets() throws Exception {
    branch.begin("UserTask_PrepareBallot", Map.of("massesWay", "BOTH"));
    Task task = branch.hold("UserTask_PrepareBallot", secretary);
    Map<String, Object> form = new HashMap<>();
    form.put("dueOn", LocalDate.now(clock).plusDays(2));
    form.put("recorder", secretary);
    form.put("teller", branch.tellers);
    form.put("committeeReview", "yes");
    says(branch.post(secretary, task, "ballots", form), "请填写发出的测评票张数");
    form.put("sheets", 10);
    form.put("scope", "MEMBERS");
    says(branch.post(secretary, task, "ballots", form), "已保存");
    branch.complete(task, secretary);
    Map<RoundKind, String> rounds =
        ballots.ofCase(branch.caseId).stream()
            .collect(Collectors.toMap(BallotRound::kind, BallotRound::roundId));
    assertThat(rounds)
        .containsOnlyKeys(
            RoundKind.MEMBERS_ON_MEMBERS, RoundKind.COMMITTEE_REVIEW, RoundKind.MASSES_POLL);
    assertThat(ballots.voters(rounds.get(RoundKind.COMMITTEE_REVIEW)))
        .containsExactlyInAnyOrderElementsOf(branch.members.subList(3, 8));
    assertThat(ballots.sheetsPlanned(rounds.get(RoundKind.MASSES_POLL))).isEqualTo(10);
    assertThat(ballots.voters(rounds.get(RoundKind.MASSES_POLL))).isEmpty();
    assertThat(branch.of("UserTask_MassesForum")).hasSize(1);
    assertThat(
            jdbc.sql("select count(*) from notification_message where recipient = ?")
                .param(branch.member(8))
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Proves({"B17", "E03", "E10", "E13"})
  @Test
  void whatTheAssemblyRefusesTwiceAndWhatIsHeldOpenGoesToTheSuperior() throws Exception {
    branch.begin("UserTask_Analyse", Map.of("hasCommittee", "NO"));
    Task analysis = branch.hold("UserTask_Analyse", secretary);
    branch
        .get(secretary, analysis, "analysis")
        .andExpect(content().string(containsString("没有测评结果")));
    says(branch.post(secretary, analysis, sheet(2), graded("QUALIFIED", "")), "必须写明");
    Map<String, Object> held = graded("", "");
    held.put("handling", "HOLD");
    says(branch.post(secretary, analysis, sheet(1), held), "请写明党员1暂缓提出等次的理由");
    held.put("reason", "事实尚在核实");
    branch.post(secretary, analysis, sheet(1), held).andExpect(status().is3xxRedirection());
    for (int i = 2; i <= 8; i++) {
      branch
          .post(secretary, analysis, sheet(i), graded("QUALIFIED", "表现合格"))
          .andExpect(status().is3xxRedirection());
    }
    sittingAndComplete(analysis);

    Task thin = branch.hold("UserTask_HoldAssembly", secretary);
    Map<String, Object> form = assembly(3, branch.members.subList(0, 5), "WHOLE");
    votes(form, "", 3, 0, 0);
    says(branch.post(secretary, thin, "assembly", form), "不足半数，不能表决");
    votes(form, "", "", "", "");
    says(branch.post(secretary, thin, "assembly", form), "已保存");
    branch.complete(thin, secretary);
    branch.complete(
        branch.hold("UserTask_SetAssemblyDate", secretary),
        secretary,
        Map.of("postponeReason", "到会不足", "assemblyDate", LocalDate.now(clock).toString()));

    for (int vote = 1; vote <= 2; vote++) {
      Task task = branch.hold("UserTask_HoldAssembly", secretary);
      Map<String, Object> counts = assembly(8, List.of(), vote == 1 ? "EACH" : "WHOLE");
      for (int i = 2; i <= 8; i++) {
        votes(counts, "-" + item(i), i == 5 ? 4 : 8, 0, i == 5 ? 4 : 0);
      }
      votes(counts, "", 4, 4, 0);
      says(branch.post(secretary, task, "assembly", counts), "已保存");
      branch.complete(task, secretary);
      if (vote == 1) {
        branch.complete(
            branch.hold("UserTask_DiscussAgain", secretary),
            secretary,
            Map.of("againReason", "再次讨论", "assemblyDate", LocalDate.now(clock).toString()));
      }
    }

    Task approval = branch.hold("UserTask_ApproveItems", branch.baseSecretary);
    branch
        .get(branch.baseSecretary, approval, "approval")
        .andExpect(content().string(containsString("党员大会未通过")))
        .andExpect(content().string(containsString("核实未结，等次暂缓")))
        .andExpect(content().string(not(containsString("党员2</span>"))));
    Map<String, Object> answers = new HashMap<>();
    answers.put("answer-" + item(1), "APPROVE");
    says(branch.post(branch.baseSecretary, approval, "approval", answers), "只能退回");
    answers.put("answer-" + item(1), "RETURN");
    answers.put("reason-" + item(1), "核实后再报");
    answers.put("answer-" + item(5), "APPROVE");
    says(branch.post(branch.baseSecretary, approval, "approval", answers), "请写明审批意见");
    answers.put("reason-" + item(5), "同意支部委员会意见");
    says(branch.post(branch.baseSecretary, approval, "approval", answers), "已答复 2 人");
    branch.complete(approval, branch.baseSecretary);
    Task again = branch.hold("UserTask_Analyse", secretary);
    branch.get(secretary, again, sheet(1)).andExpect(content().string(containsString("核实后再报")));
  }

  private void arrange() throws Exception {
    Task task = branch.hold("UserTask_PrepareBallot", secretary);
    branch
        .get(secretary, task, "ballots")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("青石镇党委")));
    Map<String, Object> form = new HashMap<>();
    form.put("dueOn", LocalDate.now(clock).plusDays(2));
    form.put("recorder", secretary);
    form.put("teller", List.of(branch.tellers.get(0), branch.member(2)));
    says(branch.post(secretary, task, "ballots", form), "测评对象不能监票计票");
    form.put("teller", List.of(branch.tellers.get(0)));
    says(branch.post(secretary, task, "ballots", form), "不能少于 2 人");
    assertThatThrownBy(() -> branch.complete(task, secretary))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请先在页面中选定监票人");
    form.put("teller", branch.tellers);
    says(branch.post(secretary, task, "ballots", form), "已保存");
    branch.complete(task, secretary);
  }

  private void vote() {
    String round = (String) runtime.getVariable(branch.instance, "memberBallot");
    assertThat(runtime.getVariable(branch.instance, "massesBallot")).isEqualTo("");
    assertThat(ballots.voters(round)).containsExactlyInAnyOrderElementsOf(branch.members);
    assertThat(branch.of("UserTask_CastBallot")).hasSize(8);
    for (String voter : branch.members) {
      Map<String, String> sheet = new LinkedHashMap<>();
      branch.members.stream()
          .filter(member -> !member.equals(voter))
          .forEach(member -> sheet.put(member, opinionOn(member)));
      branch.as(voter, () -> station.cast(round, voter, sheet));
    }
    branch.runJobs();
    for (String teller : branch.tellers) {
      ballots.sign(round, teller, true, "");
      Task confirm =
          branch.of("UserTask_ConfirmCount").stream()
              .filter(task -> teller.equals(task.getAssignee()))
              .findFirst()
              .orElseThrow();
      branch.complete(confirm, teller);
    }
    assertThat(ballots.find(round).orElseThrow().state()).isEqualTo(RoundState.CONFIRMED);
  }

  private String opinionOn(String member) {
    return switch (branch.members.indexOf(member) + 1) {
      case 2, 3, 4 -> "EXCELLENT";
      case 7 -> "BASIC";
      case 8 -> "UNQUALIFIED";
      default -> "QUALIFIED";
    };
  }

  private void convene() {
    Task task = branch.hold("UserTask_ConveneCommittee", secretary);
    branch.complete(task, secretary, Map.of("committeeMembers", 3, "committeePresent", 2));
  }

  private void verifyFirst() throws Exception {
    Task task = branch.hold("UserTask_Analyse", secretary);
    branch
        .get(secretary, task, "analysis")
        .andExpect(content().string(containsString("优秀 7")))
        .andExpect(content().string(containsString("仅供参考")));
    branch
        .get(branch.member(2), task, "analysis")
        .andExpect(content().string(not(containsString("优秀 7"))));
    nobodyElseSeesIt(task);
    String sheet = sheet(8);
    Map<String, Object> form = graded("UNQUALIFIED", "测评不合格票过半");
    says(branch.post(secretary, task, sheet, form), "应当先核实", "有需要核实的情况");
    form.put("handling", "VERIFY");
    form.put("button", "stay");
    form.put("matter", "");
    says(branch.post(secretary, task, sheet, form), "请写明党员8需要核实的事项");
    form.put("matter", "长期不参加组织生活");
    form.put("indicator", List.of("NO_LIFE"));
    says(branch.post(secretary, task, sheet, form), "建议等次");
    assertThatThrownBy(() -> branch.complete(task, secretary)).hasMessageContaining("请先在页面中填写研究日期");
    sitting(task);
    branch.complete(task, secretary);
    List<String> open = branch.open();
    assertThat(open).doesNotContain("UserTask_Analyse");
    jdbc.sql(
            "update verification_case set state = 'CLOSED', conclusion = 'CONFIRMED',"
                + " conclusion_text = '属实', closed_on = ?, open_key = id where case_id = ?")
        .params(LocalDate.now(clock), branch.caseId)
        .update();
    runtime
        .createProcessInstanceModification(branch.instance)
        .cancelAllForActivity("CallActivity_Verify")
        .startBeforeActivity("UserTask_Analyse")
        .execute();
  }

  /** Neither administrators, who see every task, nor people of other organisations. */
  private void nobodyElseSeesIt(Task task) throws Exception {
    String administrator = branch.outsider("camunda-admin");
    String stranger = branch.outsider("secretary-" + branch.prefix + "C");
    for (String page : List.of("analysis", sheet(8))) {
      for (String person : List.of(administrator, stranger, branch.baseSecretary)) {
        ResultActions answer = branch.get(person, task, page);
        assertThat(answer.andReturn().getResponse().getContentAsString())
            .doesNotContain("优秀 7", "党员8", "不合格 7");
      }
    }
  }

  private void proposeTooMany() throws Exception {
    Task task = branch.hold("UserTask_Analyse", secretary);
    says(branch.post(secretary, task, sheet(5), graded("EXCELLENT", "")), "必须写明");
    for (int i = 1; i <= 8; i++) {
      String grade = opinionOn(branch.member(i));
      branch
          .post(secretary, task, sheet(i), graded(grade, "理由" + i))
          .andExpect(status().is3xxRedirection());
    }
    sitting(task);
    branch.complete(task, secretary);
    assertThat(runtime.getVariable(branch.instance, "excellentCount")).isEqualTo(3);
    assertThat(branch.open()).containsExactly("UserTask_DecideQuota");
  }

  private void reduce() throws Exception {
    branch.complete(
        branch.hold("UserTask_DecideQuota", secretary),
        secretary,
        Map.of("quotaDecision", "REDUCE", "quotaReasonText", "名额有限"));
    Task task = branch.hold("UserTask_Analyse", secretary);
    branch
        .post(secretary, task, sheet(4), graded("QUALIFIED", "名额有限"))
        .andExpect(status().is3xxRedirection());
    sitting(task);
    branch.complete(task, secretary);
    assertThat(branch.open()).containsExactly("UserTask_HoldAssembly");
    assertThat(runtime.getVariable(branch.instance, "excellentCount")).isEqualTo(2);
  }

  private void voteInTheAssembly() throws Exception {
    Task task = branch.hold("UserTask_HoldAssembly", secretary);
    branch.get(secretary, task, "assembly").andExpect(content().string(containsString("逐人表决")));
    Map<String, Object> form = assembly(7, List.of(branch.member(6)), "EACH");
    for (int i = 1; i <= 8; i++) {
      votes(form, "-" + item(i), i == 5 ? 4 : 7, i == 5 ? 3 : 0, 0);
    }
    votes(form, "-" + item(1), 7, 1, 0);
    says(branch.post(secretary, task, "assembly", form), "合计 8 票，与实到 7 人不符");
    votes(form, "-" + item(1), 7, 0, 0);
    form.put("present", 8);
    says(branch.post(secretary, task, "assembly", form), "应到 8 人，勾选缺席 1 人");
    form.put("present", 7);
    says(branch.post(secretary, task, "assembly", form), "已保存");
    branch.complete(task, secretary);
    assertThat(runtime.getVariable(branch.instance, "assemblyApprove")).isEqualTo(4);
    assertThat(branch.open()).containsExactly("UserTask_DiscussAgain");
    branch.complete(
        branch.hold("UserTask_DiscussAgain", secretary),
        secretary,
        Map.of("againReason", "再次讨论", "assemblyDate", LocalDate.now(clock).toString()));
    Task again = branch.hold("UserTask_HoldAssembly", secretary);
    branch.get(secretary, again, "assembly").andExpect(content().string(containsString("第 2 次表决")));
    Map<String, Object> second = assembly(8, List.of(), "WHOLE");
    votes(second, "", 8, 0, 0);
    says(branch.post(secretary, again, "assembly", second), "已保存");
    branch.complete(again, secretary);
    assertThat(dossiers.isFinal(DocumentKey.of(branch.caseId, "assemblyResolution"))).isTrue();
  }

  private void superiorReturnsOne() throws Exception {
    assertThat(branch.open()).containsExactly("UserTask_ApproveItems");
    Task task = branch.hold("UserTask_ApproveItems", branch.baseSecretary);
    branch
        .get(branch.baseSecretary, task, "approval")
        .andExpect(content().string(containsString("党员2")))
        .andExpect(content().string(containsString("党员8")))
        .andExpect(content().string(containsString("实到 7 人，赞成 7，反对 0")))
        .andExpect(content().string(not(containsString("实到 8 人"))))
        .andExpect(content().string(not(containsString("党员1</span>"))));
    Map<String, Object> form = new HashMap<>();
    form.put("answer-" + item(2), "APPROVE");
    form.put("answer-" + item(3), "RETURN");
    says(branch.post(branch.baseSecretary, task, "approval", form), "退回党员3的，请写明理由");
    form.put("reason-" + item(3), "事迹不足");
    says(branch.post(branch.baseSecretary, task, "approval", form), "已答复 2 人");
    assertThatThrownBy(() -> branch.complete(task, branch.baseSecretary))
        .hasMessageContaining("请先对党员8作出答复");
    form.put("answer-" + item(8), "APPROVE");
    says(branch.post(branch.baseSecretary, task, "approval", form), "已答复 3 人");
    branch.complete(task, branch.baseSecretary);
  }

  /** Only he is studied again and voted on again. */
  private void studyTheReturned(String member) throws Exception {
    convene();
    Task task = branch.hold("UserTask_Analyse", secretary);
    int number = branch.members.indexOf(member) + 1;
    assertThatThrownBy(() -> sittingAndComplete(task)).hasMessageContaining("请先研究党员" + number);
    says(
        branch.post(secretary, task, sheet(number == 2 ? 1 : 2), graded("QUALIFIED", "不能再改")),
        "不能再改");
    branch
        .post(secretary, task, sheet(number), graded("QUALIFIED", "按上级意见"))
        .andExpect(status().is3xxRedirection());
    branch.complete(task, secretary);
    Task assembly = branch.hold("UserTask_HoldAssembly", secretary);
    Map<String, Object> form = assembly(8, List.of(), "WHOLE");
    votes(form, "", 8, 0, 0);
    says(branch.post(secretary, assembly, "assembly", form), "已保存");
    branch.complete(assembly, secretary);
  }

  private void everybodyReadsHisOwn() throws Exception {
    assertThat(branch.of("UserTask_AcknowledgeResult")).hasSize(8);
    for (Task task : branch.of("UserTask_AcknowledgeResult")) {
      String member = task.getAssignee();
      int number = branch.members.indexOf(member) + 1;
      branch
          .get(member, task, "result")
          .andExpect(content().string(containsString("党员" + number + "</span>同志")))
          .andExpect(content().string(containsString("提出异议")));
      for (String other : List.of(branch.member(number == 1 ? 2 : 1), branch.baseSecretary)) {
        branch.get(other, task, "result").andExpect(status().isNotFound());
        branch
            .post(other, task, "result", Map.of("answer", "ACKNOWLEDGE"))
            .andExpect(status().isNotFound());
      }
      assertThatThrownBy(() -> branch.complete(task, member)).hasMessageContaining("有无异议");
      if (number == 6) {
        says(branch.post(member, task, "result", Map.of("answer", "OBJECT")), "请写明理由");
        says(
            branch.post(member, task, "result", Map.of("answer", "OBJECT", "statement", "我认为不公")),
            "已保存您的异议");
      } else {
        says(branch.post(member, task, "result", Map.of("answer", "ACKNOWLEDGE")), "没有异议");
      }
      branch.complete(task, member);
    }
  }

  private void objectionIsHeard() throws Exception {
    Task hear = branch.hold("UserTask_HearObjection", secretary);
    branch.get(secretary, hear, "objection").andExpect(content().string(containsString("我认为不公")));
    says(
        branch.post(secretary, hear, "objection", Map.of("record", "当面听取", "opinion", "建议维持")),
        "已保存");
    branch.complete(hear, secretary);
    Task decide = branch.hold("UserTask_DecideObjection", branch.baseSecretary);
    branch
        .get(branch.baseSecretary, decide, "objection")
        .andExpect(content().string(containsString("建议维持")));
    says(
        branch.post(
            branch.baseSecretary,
            decide,
            "objection",
            Map.of("choice", "CHANGE", "decision", "请重新研究")),
        "已保存");
    branch.complete(decide, branch.baseSecretary);
    studyTheReturned(branch.member(6));
    List<Task> told = branch.of("UserTask_AcknowledgeResult");
    assertThat(told).extracting(Task::getAssignee).containsExactly(branch.member(6));
    says(
        branch.post(branch.member(6), told.get(0), "result", Map.of("answer", "ACKNOWLEDGE")),
        "没有异议");
    branch.complete(told.get(0), branch.member(6));
  }

  private void ownResults() throws Exception {
    String path = "/member-review/case/" + branch.caseId + "/result";
    branch
        .send(branch.member(2), MockMvcRequestBuilders.get(path))
        .andExpect(content().string(containsString("党员2")))
        .andExpect(content().string(containsString("优秀")));
    branch
        .send(branch.baseSecretary, MockMvcRequestBuilders.get(path))
        .andExpect(content().string(containsString("还没有已经确定的评定意见")));
  }

  private void followUp() throws Exception {
    assertThat(branch.open()).contains("UserTask_Praise", "UserTask_HelpPlan");
    Task praise = branch.hold("UserTask_Praise", secretary);
    says(
        branch.post(
            secretary,
            praise,
            "praise",
            Map.of("manner", "NOTICE", "wording", "表现突出", "title", "优秀共产党员")),
        "已保存");
    branch.complete(praise, secretary);
    Task help = branch.hold("UserTask_HelpPlan", secretary);
    branch.get(secretary, help, "help").andExpect(content().string(containsString("党员7")));
    says(
        branch.post(
            secretary,
            help,
            "help",
            Map.of(
                "gap", "学习不够",
                "measures", "结对帮助",
                "helpers", "党员2",
                "dueOn", LocalDate.now(clock).plusMonths(3))),
        "已保存");
    branch.complete(help, secretary);
    assertThat(
            jdbc.sql(
                    "select count(*) from memberreview_disposal d join memberreview_item i on"
                        + " i.item_id = d.item_id where i.case_id = ?")
                .param(branch.caseId)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private void noGradeInVariables() {
    List<String> instances =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey("MR-" + branch.branch)
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
      assertThat(texts).isNotEmpty().noneMatch(text -> GRADES.stream().anyMatch(text::contains));
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
            .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
            .collect(Collectors.joining("\n"));
    assertThat(GRADES).noneMatch(lists::contains);
    assertThat(
            lists
                .lines()
                .filter(line -> line.startsWith("["))
                .filter(
                    line -> line.contains(branch.member(8)) && !line.contains(branch.member(7))))
        .isEmpty();
  }

  private void sittingAndComplete(Task task) {
    try {
      sitting(task);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    branch.complete(task, secretary);
  }

  private void sitting(Task task) throws Exception {
    says(
        branch.post(
            secretary,
            task,
            "analysis",
            Map.of("heldOn", LocalDate.now(clock), "overview", "综合分析", "encouragement", "")),
        "已保存研究情况");
  }

  private String sheet(int member) {
    return "analysis/" + item(member);
  }

  private String item(int member) {
    return jdbc.sql("select item_id from memberreview_item where case_id = ? and person_id = ?")
        .params(branch.caseId, branch.member(member))
        .query(String.class)
        .single();
  }

  private static Map<String, Object> graded(String grade, String reason) {
    Map<String, Object> form = new HashMap<>();
    form.put("dues", "PAID");
    form.put("life", "REGULAR");
    form.put("handling", "GRADE");
    form.put("grade", grade);
    form.put("reason", reason);
    form.put("button", "next");
    return form;
  }

  private Map<String, Object> assembly(int present, List<String> absent, String manner) {
    Map<String, Object> form = new HashMap<>();
    form.put("heldOn", LocalDate.now(clock));
    form.put("chair", secretary);
    form.put("present", present);
    form.put("absent", absent);
    form.put("manner", manner);
    form.put("discussion", "经讨论，同意支委会意见。");
    return form;
  }

  private static void votes(
      Map<String, Object> form, String end, Object approve, Object against, Object abstain) {
    form.put("approve" + end, approve);
    form.put("against" + end, against);
    form.put("abstain" + end, abstain);
  }

  /** The page says one of the sentences. */
  private static void says(ResultActions answer, String... sentences) throws Exception {
    String page = answer.andReturn().getResponse().getContentAsString();
    assertThat(page).containsAnyOf(sentences);
  }
}
