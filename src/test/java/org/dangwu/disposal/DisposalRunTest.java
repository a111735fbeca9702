package org.dangwu.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.Unrestricted;
import org.dangwu.models.Proves;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.dangwu.worksheet.RunRegister;
import org.dangwu.worksheet.SheetHand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** People of the demo county dispose of an unqualified member, to every end that the rules know. */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import(AdjustableClock.Configuration.class)
@TestPropertySource(properties = "dangwu.probe=disposal")
class DisposalRunTest {

  private static final String BRANCH = "YL0904";
  private static final String BASE = "YL09";
  private static final String MARKER = "独有处置词子丑寅";
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 20);

  @Autowired private ApplicationContext application;
  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private Unrestricted unrestricted;
  @Autowired private Organizations organizations;
  @Autowired private People people;
  @Autowired private Disposals disposals;
  @Autowired private Dossiers dossiers;
  @Autowired private AdjustableClock clock;

  private String caseId;
  private String id;
  private String person;
  private String first;
  private String second;
  private String stranger;
  private String secretary;
  private String office;
  private String head;
  private String department;
  private int voters;
  private SheetHand hand;

  @BeforeEach
  void peopleOfTheBranch() {
    clock.setTo(TODAY);
    secretary = organizations.holders(Role.SECRETARY, BRANCH).get(0);
    office = organizations.holders(Role.OFFICE, BASE).get(0);
    head = organizations.holders(Role.PRINCIPAL, BASE).get(0);
    department =
        organizations
            .holders(
                Role.STAFF,
                organizations.superiorOrganizationDepartment(BRANCH).orElseThrow().code())
            .get(0);
    List<String> plain =
        people.membersOf(BRANCH).stream()
            .filter(member -> member.membership().isFormal())
            .filter(member -> member.membership().votingRight())
            .map(Person::id)
            .filter(one -> organizations.positionsOf(one).isEmpty())
            .toList();
    person = plain.get(0);
    first = plain.get(1);
    second = plain.get(2);
    stranger = plain.get(3);
    voters =
        Math.toIntExact(
            people.membersOf(BRANCH).stream()
                .filter(member -> member.membership().isFormal())
                .filter(member -> member.membership().votingRight())
                .count());
    begin(person);
  }

  @Proves({"B25", "D01", "D04", "D05", "D06", "D08"})
  @Test
  void aTimeLimitOfAYearIsDecidedByEverybodyWhoHasASayAndLiftedAtItsEnd() throws Exception {
    propose(deadline("12"));
    talk();
    review();
    // One member is bedridden: the superior consents and the assembly approves.
    hand.does(
        secretary,
        Tasks.CALL_ASSEMBLY,
        Map.of(
            "on", TODAY.toString(),
            "place", "会议室",
            "exclusions.0.person", stranger,
            "exclusions.0.reason", "BEDRIDDEN",
            "exclusions.0.evidence", "医院证明"));
    Task consent = hand.take(head, Tasks.CONSENT_EXCLUSIONS);
    hand.page(head, get("/worksheet/task/" + consent.getId()))
        .andExpect(content().string(containsString("医院证明")));
    hand.page(person, get("/disposal/" + id))
        .andExpect(content().string(not(containsString("医院证明"))));
    hand.does(head, Tasks.CONSENT_EXCLUSIONS, Map.of("consented", stranger, "opinion", "同意"));
    int due = voters - 1;
    Map<String, String> vote = vote(due / 2 + 1, due / 2 + 1);
    vote.put("excluded", stranger);
    hand.does(secretary, Tasks.ASSEMBLY, vote);
    assertThat(hand.openElements()).containsExactly(Tasks.APPROVE);
    assertThat(
            jdbc.sql("select due || '/' || outcome from disposal_vote where disposal_id = ?")
                .param(id)
                .query(String.class)
                .single())
        .isEqualTo(due + "/PASSED");
    approve();
    assertThat(disposal().correctUntil()).isEqualTo(TODAY.plusMonths(12));
    clock.setTo(TODAY.plusDays(91));
    hand.fire("Timer_MidTerm");
    hand.does(
        secretary,
        Tasks.CHECK,
        Map.of(
            "on", TODAY.plusDays(91).toString(), "situation", "有进步", "help", "已落实", "next", "继续"));
    clock.setTo(TODAY.plusMonths(12).plusDays(1));
    hand.fire("Timer_CorrectionDue");
    hand.does(secretary, Tasks.EXPIRY, expiry("IMPROVED"));
    hand.does(
        office,
        Tasks.REGISTER,
        Map.of("on", TODAY.plusMonths(12).plusDays(1).toString(), "number", "2027-01"));
    hand.fire("Timer_AppealWindow");
    assertThat(disposal().state()).isEqualTo(Disposal.State.LIFTED);
    DocumentKey form = DocumentKey.about(caseId, "disposalForm", person);
    assertThat(dossiers.isFinal(form)).isTrue();
    assertThat(dossiers.read(dossiers.find(form).orElseThrow().id(), "test"))
        .containsKeys(
            "facts",
            "ground",
            "committeeOpinion",
            "talk",
            "preReview",
            "vote",
            "approval",
            "announcement")
        .hasEntrySatisfying("facts", text -> assertThat(text).contains(MARKER));
    RunRegister.assertNowhereInTheEngine(jdbc, MARKER);
  }

  @Proves({"D01", "D03", "D07", "D04"})
  @Test
  void whatTheRulesDoNotAllowIsRefusedWithASentence() throws Exception {
    Task propose = hand.take(secretary, Tasks.PROPOSE);
    refused(propose, deadline("13"), "1 至 12 个月");
    Map<String, String> same = deadline("6");
    same.put("secondTalker", first);
    refused(propose, same, "两名不同的谈话人");
    Map<String, String> himself = deadline("6");
    himself.put("firstTalker", person);
    refused(propose, himself, "请选择“谈话人”");
    Map<String, String> otherwise = deadline("6");
    otherwise.put("measure", "REMOVE");
    refused(propose, otherwise, "建议是“限期改正”");
    Map<String, String> discipline = deadline("6");
    discipline.put("disciplineMatter", "YES");
    refused(propose, discipline, "不得以处置代替纪律处分");
    Map<String, String> minority = deadline("6");
    minority.put("committeeApprove", "2");
    refused(propose, minority, "没有形成有效的意见");
    assertThatThrownBy(() -> hand.complete(secretary, propose))
        .isInstanceOf(SubmissionRefused.class);
  }

  @Proves("D06")
  @Test
  void withoutBothConsentsAMemberStillCounts() throws Exception {
    propose(deadline("6"));
    talk();
    review();
    hand.does(
        secretary,
        Tasks.CALL_ASSEMBLY,
        Map.of(
            "on", TODAY.toString(),
            "place", "会议室",
            "exclusions.0.person", stranger,
            "exclusions.0.reason", "ABROAD",
            "exclusions.0.evidence", "出境记录"));
    hand.does(head, Tasks.CONSENT_EXCLUSIONS, Map.of("consented", stranger, "opinion", "同意"));
    // The superior agreed, the assembly did not.
    hand.does(secretary, Tasks.ASSEMBLY, vote(voters, voters));
    assertThat(
            jdbc.sql("select due from disposal_vote where disposal_id = ?")
                .param(id)
                .query(Integer.class)
                .single())
        .isEqualTo(voters);
  }

  @Proves({"D05", "E11"})
  @Test
  void everyBallotIsAccountedForAndHalfIsNotEnough() throws Exception {
    propose(deadline("6"));
    talk();
    review();
    hand.does(secretary, Tasks.CALL_ASSEMBLY, Map.of("on", TODAY.toString(), "place", "会议室"));
    Task assembly = hand.take(secretary, Tasks.ASSEMBLY);
    Map<String, String> tooMany = vote(voters, voters);
    tooMany.put("issued", String.valueOf(voters - 1));
    refused(assembly, tooMany, "本次投票无效");
    Map<String, String> lost = vote(voters, voters - 1);
    lost.put("oppose", "0");
    lost.put("abstain", "0");
    refused(assembly, lost, "不符");
    refused(assembly, vote(voters + 1, voters), "多于应到会人数");
    Map<String, String> alone = vote(voters, voters);
    alone.put("representativePresent", "NO");
    refused(assembly, alone, "须有基层党委派人参加");
    hand.does(secretary, Tasks.ASSEMBLY, vote(voters / 2, voters / 2));
    assertThat(hand.openElements())
        .as("no quorum: a new date")
        .containsExactly(Tasks.CALL_ASSEMBLY);
  }

  @Proves({"D02", "D04", "D09"})
  @Test
  void removalNeedsTheSuperiorsWrittenReplyAndASuccessfulAppealRevokesIt() throws Exception {
    hand.page(department, get("/disposal/" + id)).andExpect(status().isNotFound());
    propose(removal());
    talk();
    hand.does(head, Tasks.PRE_REVIEW, preReview());
    hand.page(department, get("/disposal/" + id)).andExpect(status().isOk());
    hand.does(
        department,
        Tasks.REPLY_SUPERIOR,
        Map.of(
            "decision", "AGREE", "number", "组函〔2026〕8号", "on", TODAY.toString(), "opinion", "同意"));
    hand.does(secretary, Tasks.CALL_ASSEMBLY, Map.of("on", TODAY.toString(), "place", "会议室"));
    hand.does(secretary, Tasks.ASSEMBLY, vote(voters, voters));
    hand.page(person, get("/disposal/" + id))
        .andExpect(content().string(not(containsString("提交申诉"))));
    approve();
    hand.page(person, get("/disposal/" + id)).andExpect(content().string(containsString("提交申诉")));
    hand.page(secretary, post("/disposal/" + id + "/appeal").param("statement", "x").with(csrf()))
        .andExpect(status().isNotFound());
    hand.page(person, post("/disposal/" + id + "/appeal").param("statement", " ").with(csrf()))
        .andExpect(content().string(containsString("请写明申诉的理由")));
    hand.page(
            person,
            post("/disposal/" + id + "/appeal").param("statement", "不服" + MARKER).with(csrf()))
        .andExpect(status().is3xxRedirection());
    hand.runJobs();
    assertThat(hand.openElements())
        .as("an appeal stops nothing by itself")
        .containsExactlyInAnyOrder(Tasks.REGISTER, Tasks.RECEIVE_APPEAL);
    hand.does(
        department,
        Tasks.RECEIVE_APPEAL,
        Map.of("on", TODAY.toString(), "suspend", "YES", "reason", "事实有出入"));
    Task register = hand.take(office, Tasks.REGISTER);
    hand.save(office, register, Map.of("on", TODAY.toString(), "number", "1"))
        .andExpect(content().string(containsString("暂缓执行")));
    hand.does(
        department,
        Tasks.DECIDE_APPEAL,
        Map.of("result", "REVOKED", "on", TODAY.toString(), "reason", "证据不足"));
    assertThat(hand.openElements()).isEmpty();
    assertThat(disposal().state()).isEqualTo(Disposal.State.REVOKED);
    RunRegister.assertNowhereInTheEngine(jdbc, MARKER);
  }

  @Proves("D03")
  @Test
  void ofAMatterOfDisciplineOnlyTheReceiptIsKept() throws Exception {
    Map<String, String> answers = deadline("6");
    answers.put("disciplineMatter", "YES");
    answers.put("measure", "DISCIPLINE");
    propose(answers);
    Task handOver = hand.take(office, Tasks.HAND_OVER);
    hand.save(office, handOver, Map.of("on", TODAY.toString(), "receipt", "他收了三万元，请你们查一查。"))
        .andExpect(content().string(containsString("不得填写线索内容")));
    hand.does(office, Tasks.HAND_OVER, Map.of("on", TODAY.toString(), "receipt", "云纪信〔2026〕12号"));
    assertThat(disposal().state()).isEqualTo(Disposal.State.HANDED_OVER);
  }

  @Proves("D07")
  @Test
  void aProbationaryMemberIsNeverAdvisedToLeave() throws Exception {
    String probationary =
        people.membersOf(BRANCH).stream()
            .filter(one -> one.membership().status() == MembershipStatus.PROBATIONARY)
            .findFirst()
            .orElseThrow()
            .id();
    begin(probationary);
    Task propose = hand.take(secretary, Tasks.PROPOSE);
    hand.page(secretary, get("/worksheet/task/" + propose.getId()))
        .andExpect(content().string(containsString("延长预备期")))
        .andExpect(content().string(not(containsString("value=\"ADVISE_LEAVE\""))));
    Map<String, String> answers = deadline("6");
    answers.put("measure", "ADVISE_LEAVE");
    refused(propose, answers, "请选择“处置意见”");
    answers.put("measure", "EXTEND_PROBATION");
    propose(answers);
    assertThat(hand.openElements()).containsExactly(Tasks.TALK);
  }

  @Test
  void onlyThoseConcernedSeeADisposalAndThePersonOnlyOnceHeIsTold() throws Exception {
    String page = "/disposal/" + id;
    Task propose = hand.open(Tasks.PROPOSE).get(0);
    for (String outsider : List.of(person, first, stranger, department, "admin")) {
      hand.page(outsider, get(page)).andExpect(status().isNotFound());
      hand.page(outsider, get("/matters/disposal/" + id)).andExpect(status().isNotFound());
      hand.page(outsider, get("/matters")).andExpect(content().string(not(containsString(id))));
      hand.page(outsider, get("/worksheet/task/" + propose.getId()))
          .andExpect(status().isNotFound());
    }
    propose(deadline("6"));
    for (String reader : List.of(person, first, second, secretary, office, head)) {
      hand.page(reader, get(page)).andExpect(content().string(containsString(MARKER)));
      hand.page(reader, get("/matters")).andExpect(content().string(containsString(id)));
    }
    for (String outsider : List.of(stranger, department, "admin")) {
      hand.page(outsider, get(page)).andExpect(status().isNotFound());
    }
  }

  @Proves("D04")
  @Test
  void nobodyHandlesHisOwnMatterAndOneAloneCannotStandForBothTalkers() throws Exception {
    begin(secretary);
    Task propose = hand.take(secretary, Tasks.PROPOSE);
    hand.save(secretary, propose, deadline("6"))
        .andExpect(content().string(containsString("您应当回避")));
    assertThatThrownBy(() -> hand.complete(secretary, propose))
        .isInstanceOf(SubmissionRefused.class);
  }

  private void begin(String about) {
    caseId = UUID.randomUUID().toString();
    RunRegister.add(jdbc, clock, caseId, BRANCH, organizations.get(BRANCH).name(), office);
    id = disposals.open(caseId, BRANCH, 2026, about, null);
    String instance =
        unrestricted.call(
            () ->
                runtime
                    .startProcessInstanceByKey(
                        DisposalProcess.KEY,
                        caseId,
                        Map.of(
                            "caseId",
                            caseId,
                            "procedure",
                            "member-review",
                            "organization",
                            BRANCH,
                            "organizationName",
                            organizations.get(BRANCH).name(),
                            "year",
                            2026,
                            "disposalId",
                            id))
                    .getId());
    hand = new SheetHand(application, web, instance);
    hand.runJobs();
  }

  private Disposal disposal() {
    return disposals.find(id).orElseThrow();
  }

  private void propose(Map<String, String> answers) throws Exception {
    hand.does(secretary, Tasks.PROPOSE, answers);
  }

  private Map<String, String> deadline(String months) {
    Map<String, String> answers = new HashMap<>();
    answers.put("ground", "LACKS_WILL");
    answers.put("facts", "事实" + MARKER);
    answers.put("acknowledges", "YES");
    answers.put("willing", "YES");
    answers.put("refusesToLeave", "NO");
    answers.put("disciplineMatter", "NO");
    answers.put("alreadyPunished", "NO");
    answers.put("measure", "DEADLINE");
    answers.put("reason", "理由" + MARKER);
    answers.put("months", months);
    answers.put("help", "专人帮助");
    answers.put("firstTalker", first);
    answers.put("secondTalker", second);
    answers.put("meetingDate", TODAY.toString());
    answers.put("committeeDue", "5");
    answers.put("committeePresent", "5");
    answers.put("committeeApprove", "5");
    return answers;
  }

  private Map<String, String> removal() {
    Map<String, String> answers = deadline("6");
    answers.put("ground", "ABSENT");
    answers.put("absentMonths", "6");
    answers.put("measure", "REMOVE");
    return answers;
  }

  private void talk() throws Exception {
    hand.does(
        first,
        Tasks.TALK,
        Map.of(
            "way", "HELD", "on", TODAY.toString(), "place", "支部", "told", "结果和意见", "said", "听明白了"));
    hand.does(second, Tasks.CONFIRM_TALK, Map.of("opinion", "CORRECT"));
  }

  private Map<String, String> preReview() {
    return Map.of("decision", "AGREE", "opinion", "同意", "representative", office);
  }

  private void review() throws Exception {
    hand.does(head, Tasks.PRE_REVIEW, preReview());
  }

  private Map<String, String> vote(int present, int approve) {
    Map<String, String> answers = new HashMap<>();
    answers.put("on", TODAY.toString());
    answers.put("representativePresent", "YES");
    answers.put("representative", office);
    answers.put("personPresent", "PRESENT");
    answers.put("defence", "申辩" + MARKER);
    answers.put("discussion", "讨论情况");
    answers.put("present", String.valueOf(present));
    answers.put("way", "SECRET");
    answers.put("issued", String.valueOf(present));
    answers.put("collected", String.valueOf(present));
    answers.put("chiefTeller", first);
    answers.put("teller", second);
    answers.put("approve", String.valueOf(approve));
    answers.put("oppose", String.valueOf(Math.max(0, present - approve)));
    answers.put("abstain", "0");
    answers.put("invalid", "0");
    return answers;
  }

  private void approve() throws Exception {
    hand.does(
        head,
        Tasks.APPROVE,
        Map.of(
            "decision", "APPROVE",
            "on", TODAY.toString(),
            "due", "7",
            "present", "7",
            "approve", "7",
            "number", "青党〔2026〕3号",
            "reason", "事实清楚"));
    hand.does(
        secretary,
        Tasks.ANNOUNCE,
        Map.of("on", TODAY.toString(), "delivery", "SIGNED", "appealTold", "YES"));
  }

  private Map<String, String> expiry(String result) {
    return Map.of(
        "on", TODAY.plusMonths(12).plusDays(1).toString(),
        "situation", "表现良好",
        "personOpinion", "无",
        "due", "23",
        "present", "20",
        "approve", "18",
        "result", result,
        "reason", "确有改正");
  }

  private void refused(Task task, Map<String, String> answers, String sentence) throws Exception {
    hand.save(secretary, task, answers)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(sentence)));
  }
}
