package org.dangwu.memberreview.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dangwu.memberreview.ReviewBranch.fields;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.RoundKind;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.memberreview.ReviewBranch;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterCounts;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.RosterState;
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

/** The roster from its freezing through every change to whom the assembly has to count. */
@IntegrationTest
@AutoConfigureMockMvc
@Import(AdjustableClock.Configuration.class)
class RosterTest {

  private static final String WRITE_SUMMARY = "UserTask_WriteSummary";

  @Autowired private ApplicationContext application;
  @Autowired private MockMvc web;
  @Autowired private IdentityService identity;
  @Autowired private RuntimeService runtime;
  @Autowired private ReviewRosters rosters;
  @Autowired private RosterBook book;
  @Autowired private Ballots ballots;
  @Autowired private Dossiers dossiers;

  private ReviewBranch branch;
  private String zhang;
  private String li;

  @BeforeEach
  void members() {
    branch = new ReviewBranch(application);
    zhang = branch.formal("张三");
    li = branch.formal("李四");
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"B06", "E17", "E19", "E20", "E21"})
  @Test
  void everybodyStandsOnTheRosterAsTheTableSays() {
    String novice = branch.probationary("王预备");
    String away = branch.formal("赵流出");
    branch.registered(away, "mobility = 'AWAY'");
    String sanctioned = branch.formal("钱留察");
    branch.registered(
        sanctioned,
        "sanction = 'PROBATION_WITHIN_PARTY', voting_right = false, sanction_until = '2027-06-30'");
    String expired = branch.formal("孙期满");
    branch.registered(
        expired, "sanction = 'PROBATION_WITHIN_PARTY', sanction_until = '2026-10-31'");
    String examined = branch.formal("周立案");
    branch.registered(examined, "investigated = true");
    branch.begin(Map.of());
    assertThat(rosters.version(branch.caseId())).isEqualTo(1);
    assertThat(flags(zhang)).isEqualTo("takes part, rates, votes, graded, base");
    assertThat(flags(novice)).isEqualTo("takes part, rates");
    assertThat(flags(away)).isEqualTo("votes, base");
    assertThat(flags(sanctioned)).isEqualTo("takes part, rates, graded, base");
    assertThat(flags(expired)).isEqualTo("takes part, rates, votes, graded, base");
    assertThat(flags(examined)).isEqualTo("takes part, rates, votes, base");
    assertThat(member(examined).state()).isEqualTo(RosterState.SUSPENDED);
    assertThat(rosters.counts(branch.caseId())).isEqualTo(new RosterCounts(8, 7, 6));
    assertThat(branch.facts())
        .containsEntry("formalCount", 8)
        .containsEntry("votingDue", 7)
        .containsEntry("suspendedOpen", "YES")
        .containsEntry("hasCommittee", "YES")
        .containsEntry("secretary", branch.secretary);
    assertThat((List<?>) branch.facts().get("participants"))
        .hasSize(8)
        .first()
        .isEqualTo(branch.secretary);
  }

  @Proves({"E30", "B06"})
  @Test
  void leaderWhoWasAtTheLifeMeetingIsLeftOutOnlyWhereTheYearSaysSo() {
    branch.position(zhang, branch.committee, "MEMBER", "党委委员");
    attendedLifeMeeting(zhang, branch.principal, branch.office);
    branch.begin(Map.of("leadersExcluded", "YES"));
    assertThat(flags(zhang)).isEqualTo("rates, votes, base");
    assertThat(flags(li)).isEqualTo("takes part, rates, votes, graded, base");
    ReviewBranch usual = new ReviewBranch(application);
    String leader = usual.formal("张三");
    usual.position(leader, usual.committee, "MEMBER", "党委委员");
    branch = usual;
    attendedLifeMeeting(leader, usual.principal, usual.office);
    usual.begin(Map.of());
    assertThat(flags(leader)).isEqualTo("takes part, rates, votes, graded, base");
    assertThat(member(leader).order()).isEqualTo(1);
  }

  @Proves("E15")
  @Test
  void whoWasReceivedElsewhereBeforeTheBallotLeavesWithHisOpenSteps() throws Exception {
    branch.begin(Map.of());
    branch.reachSummaries();
    assertThat(branch.open(WRITE_SUMMARY)).hasSize(4);
    change("TRANSFERRED", zhang);
    assertThat(member(zhang).state()).isEqualTo(RosterState.TRANSFERRED);
    assertThat(flags(zhang)).isEmpty();
    assertThat(branch.open(WRITE_SUMMARY))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder(branch.secretary, branch.organizer, li);
    assertThat(rosters.version(branch.caseId())).isEqualTo(2);
    assertThat(branch.facts()).containsEntry("formalCount", 3).containsEntry("votingDue", 3);
    assertThat(dossiers.isFinal(DocumentKey.about(branch.caseId(), "rosterChange", zhang)))
        .isTrue();
  }

  @Proves("E15")
  @Test
  void whoWasReceivedElsewhereAfterTheBallotKeepsHisResult() throws Exception {
    branch.begin(Map.of());
    branch.reachSummaries();
    prepareBallot();
    change("TRANSFERRED", zhang);
    assertThat(member(zhang).state()).isEqualTo(RosterState.TRANSFERRED);
    assertThat(flags(zhang)).isEqualTo("graded, base");
    assertThat(member(zhang).reason()).contains("原支部的评定结果有效");
  }

  @Proves("E16")
  @Test
  void whoJoinsBeforeTheBallotHandsInHisSummaryAndWhoJoinsLaterWaitsForNextYear() throws Exception {
    branch.begin(Map.of());
    branch.reachSummaries();
    String early = branch.formal("吴转入");
    join(early);
    assertThat(flags(early)).isEqualTo("takes part, rates, votes, graded, base");
    assertThat(member(early).group()).isEqualTo("全体党员");
    Task late = branch.task("UserTask_WriteLateSummary");
    assertThat(late.getAssignee()).isEqualTo(early);
    prepareBallot();
    String after = branch.formal("郑后来");
    join(after);
    assertThat(member(after).state()).isEqualTo(RosterState.JOINED_LATE);
    assertThat(flags(after)).isEqualTo("votes");
    assertThat(branch.open("UserTask_WriteLateSummary")).hasSize(1);
  }

  @Proves({"E19", "E21", "E23"})
  @Test
  void everyChangeMakesANumberedSnapshotAndTheOldOnesStay() throws Exception {
    String novice = branch.probationary("王预备");
    branch.begin(Map.of());
    branch.reachSummaries();
    change("TURNED_FORMAL", novice);
    assertThat(flags(novice)).isEqualTo("takes part, rates, votes, graded, base");
    assertThat(branch.facts()).containsEntry("votingDue", 5);
    change("CASE_OPENED", li);
    assertThat(member(li).state()).isEqualTo(RosterState.SUSPENDED);
    assertThat(branch.facts()).containsEntry("suspendedOpen", "YES");
    change("CASE_CLOSED", li);
    assertThat(member(li).state()).isEqualTo(RosterState.ACTIVE);
    assertThat(branch.facts()).containsEntry("suspendedOpen", "NO");
    change("DIED", zhang);
    assertThat(member(zhang).state()).isEqualTo(RosterState.REMOVED);
    assertThat(rosters.version(branch.caseId())).isEqualTo(5);
    assertThat(snapshots(zhang)).containsExactly(1, 5);
    assertThat(snapshots(li)).containsExactly(1, 3, 4);
    assertThatThrownBy(() -> change("CASE_OPENED", zhang)).hasMessageContaining("请先在页面上填写人员变动");
  }

  @Proves({"E18", "D06"})
  @Test
  void memberIsNotCountedAsDueOnlyWithBothConsents() throws Exception {
    branch.begin(Map.of());
    branch.reachSummaries();
    exclude(li, "AGREE", "REFUSE");
    assertThat(branch.facts()).containsEntry("votingDue", 4);
    exclude(li, "REFUSE", null);
    assertThat(branch.facts()).containsEntry("votingDue", 4);
    exclude(li, "AGREE", "AGREE");
    assertThat(branch.facts()).containsEntry("votingDue", 3);
    assertThat(member(li).excludedFromDue()).isTrue();
    assertThat(member(li).countsAsDue()).isFalse();
    assertThat(rosters.counts(branch.caseId()).formalBase()).isEqualTo(4);
    DocumentKey paper = DocumentKey.of(branch.caseId(), "dueExclusion");
    assertThat(dossiers.read(dossiers.find(paper).orElseThrow().id(), "test").get("consents"))
        .contains("基层党委同意")
        .contains("支部党员大会通过");
  }

  private void change(String kind, String person) throws Exception {
    change(kind, "person", person);
  }

  private void join(String person) throws Exception {
    change("JOINED", "newcomer", person);
  }

  private void change(String kind, String field, String person) throws Exception {
    request("RosterCorrection");
    Task task = branch.task(RosterGuard.RECORD_CHANGE);
    web.perform(
        branch.post(
            branch.secretary,
            "/member-review/task/" + task.getId() + "/roster",
            fields(
                "kind",
                kind,
                field,
                person,
                "group",
                "全体党员",
                "effectiveOn",
                branch.day(0).toString(),
                "reference",
                "有关通知")));
    branch.complete(task, branch.secretary, Map.of("requestState", "SUBMITTED"));
  }

  private void exclude(String person, String superior, String assembly) throws Exception {
    request("DueExclusionRequested");
    Task task = branch.task(RosterGuard.PROPOSE_EXCLUSION);
    web.perform(
            branch.post(
                branch.secretary,
                "/member-review/task/" + task.getId() + "/exclusions",
                fields("reason-" + person, "BEDRIDDEN", "evidence-" + person, "医院诊断书")))
        .andExpect(content().string(containsString("已保存 1 人")));
    branch.complete(task, branch.secretary, Map.of("requestState", "SUBMITTED"));
    branch.complete(
        branch.task(RosterGuard.CONSENT_EXCLUSION),
        branch.principal,
        Map.of("superiorConsent", superior, "consentOpinion", "意见如上"));
    if (assembly != null) {
      branch.complete(
          branch.task(RosterGuard.RESOLVE_EXCLUSION),
          branch.secretary,
          Map.of(
              "assemblyConsent",
              assembly,
              "assemblyConsentDate",
              branch.day(0).toString(),
              "consentRecord",
              "大会讨论情况"));
    }
  }

  private void request(String message) throws Exception {
    web.perform(
        branch.post(
            branch.secretary, "/home/case/" + branch.caseId() + "/action/" + message, List.of()));
    branch.work();
  }

  private void prepareBallot() {
    ballots.prepare(
        BallotPlan.simple(
            branch.caseId(),
            branch.code,
            2026,
            RoundKind.MEMBERS_ON_MEMBERS,
            "民主测评",
            Grade.MEMBER_GRADES,
            List.of(
                new BallotObject(branch.secretary, "支书", ""),
                new BallotObject(branch.organizer, "组委", ""),
                new BallotObject(zhang, "张三", ""),
                new BallotObject(li, "李四", "")),
            List.of(branch.secretary, branch.organizer, zhang, li),
            List.of(branch.office, branch.principal),
            branch.secretary,
            Instant.parse("2026-12-01T01:00:00Z")));
  }

  /** A meeting of the committee at which all of these were present. */
  private void attendedLifeMeeting(String... present) {
    var jdbc = application.getBean(org.springframework.jdbc.core.simple.JdbcClient.class);
    String meeting = branch.prefix + "meeting";
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_by, started_at, state)"
                + " values (?, 'LIFE_MEETING', ?, '测试镇党委', 2026, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(
            meeting,
            branch.committee,
            "LM-" + meeting,
            "LM-" + meeting,
            meeting,
            branch.office,
            java.sql.Timestamp.from(Instant.parse("2026-10-01T01:00:00Z")))
        .update();
    jdbc.sql(
            "insert into lifemeeting_session (task_id, case_id, held_on, started_at, recorded_by,"
                + " recorded_at) values (?, ?, '2026-10-20', '09:00:00', ?, ?)")
        .params(
            meeting,
            meeting,
            branch.office,
            java.sql.Timestamp.from(Instant.parse("2026-10-20T01:00:00Z")))
        .update();
    for (String person : present) {
      jdbc.sql(
              "insert into lifemeeting_attendance (task_id, person_id, presence, reason) values (?,"
                  + " ?, 'PRESENT', '')")
          .params(meeting, person)
          .update();
    }
  }

  private RosterMember member(String person) {
    return rosters.find(branch.caseId(), person).orElseThrow();
  }

  private List<Integer> snapshots(String person) {
    return application
        .getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql(
            "select snapshot from memberreview_roster where case_id = ? and person_id = ? order by"
                + " snapshot")
        .params(branch.caseId(), person)
        .query(Integer.class)
        .list();
  }

  private String flags(String person) {
    RosterMember member = member(person);
    return String.join(
        ", ",
        java.util.stream.Stream.of(
                member.participates() ? "takes part" : "",
                member.canRate() ? "rates" : "",
                member.canVote() ? "votes" : "",
                member.getsGrade() ? "graded" : "",
                member.countsInBase() ? "base" : "")
            .filter(flag -> !flag.isEmpty())
            .toList());
  }
}
