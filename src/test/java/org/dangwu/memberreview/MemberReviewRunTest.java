package org.dangwu.memberreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.TaskView;
import org.dangwu.memberreview.ReviewHands.Script;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** A small branch of the demo county reviews its members, by the people who would do it. */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import({AdjustableClock.Configuration.class, ReviewHands.class})
@TestPropertySource(properties = "dangwu.probe=member-review-run")
@ExtendWith(OutputCaptureExtension.class)
class MemberReviewRunTest {

  private static final String COMMITTEE = "YLJ01";
  private static final String NEIGHBOUR = "YLJ0101";

  @Autowired private ProcedureStart start;
  @Autowired private ProcedureCases cases;
  @Autowired private ReviewHands hands;
  @Autowired private ReviewOutcomes outcomes;
  @Autowired private Organizations organizations;
  @Autowired private Dossiers dossiers;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;
  @Autowired private AdjustableClock clock;

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"B01", "B06", "B10", "B16", "B21", "B27"})
  @Test
  void goesFromTheStartToTheArchiveAndLeavesNoContentInTheEngine(CapturedOutput output)
      throws Exception {
    ProcedureCase run = begin(branch(5));
    Script script = new Script();

    List<String> done = hands.play(run, script, Set.of());

    assertThat(done)
        .containsSubsequence(
            "UserTask_MakeReviewPlan",
            "UserTask_Study",
            "UserTask_WriteSummary",
            "UserTask_CheckSummary",
            "UserTask_HoldPeerReview",
            "UserTask_PrivateTalk",
            "UserTask_PrepareBallot",
            "UserTask_CastBallot",
            "UserTask_ConfirmCount",
            "UserTask_ConveneCommittee",
            "UserTask_Analyse",
            "UserTask_HoldAssembly",
            "UserTask_AcknowledgeResult");
    assertThat(Collections.frequency(done, "UserTask_WriteSummary")).isEqualTo(5);
    assertThat(Collections.frequency(done, "UserTask_CastBallot")).isEqualTo(5);
    assertThat(Collections.frequency(done, "UserTask_AcknowledgeResult")).isEqualTo(5);
    assertThat(cases.find(run.caseId()).orElseThrow().state())
        .isEqualTo(ProcedureCase.State.COMPLETED);
    assertThat(dossiers.missingForArchive(run.caseId())).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from archive_package where case_id = ?")
                .param(run.caseId())
                .query(Integer.class)
                .single())
        .isOne();
    assertThat(output.getAll()).doesNotContain(Script.MARKER);
    assertThat(engineTexts()).noneMatch(text -> text.contains(Script.MARKER));
  }

  @Proves({"B19", "B22", "B24"})
  @Test
  void excellentAndBasicGradesGoTheirOwnWays() throws Exception {
    ProcedureCase run = begin(branch(6));
    List<String> graded = new ArrayList<>();
    Script script =
        new Script() {
          @Override
          ReviewGrade grade(RosterMember member) {
            int place = graded.indexOf(member.personId());
            if (place < 0) {
              graded.add(member.personId());
              place = graded.size() - 1;
            }
            return switch (place) {
              case 0 -> ReviewGrade.EXCELLENT;
              case 1 -> ReviewGrade.BASIC;
              default -> ReviewGrade.QUALIFIED;
            };
          }
        };

    List<String> done = hands.play(run, script, Set.of());
    hands.fire(run, "Timer_HelpDue");
    List<String> later = hands.play(run, script, Set.of());

    assertThat(done).contains("UserTask_ApproveItems", "UserTask_Praise", "UserTask_HelpPlan");
    assertThat(later).containsExactly("UserTask_CheckHelp");
    assertThat(cases.find(run.caseId()).orElseThrow().state())
        .isEqualTo(ProcedureCase.State.COMPLETED);
    assertThat(outcomes.of(run.caseId())).isNotNull();
  }

  @Proves({"B02", "B18", "B20", "E12", "E14", "E22", "E24"})
  @Test
  void whatGoesWrongOnTheWayIsPutRightAndStillEndsInTheArchive() throws Exception {
    ProcedureCase run = begin(branch(9));
    HardRoad script = new HardRoad();

    List<String> before = hands.play(run, script, Set.of());
    hands.fire(run, "Timer_SummaryDue");
    List<String> graded = hands.play(run, script, Set.of());
    hands.fire(run, "Timer_FeedbackDue");
    List<String> again = hands.play(run, script, Set.of());
    hands.fire(run, "Timer_MeasuresDue");
    List<String> last = hands.play(run, script, Set.of());

    assertThat(before).doesNotContain("UserTask_SetTheme");
    assertThat(graded)
        .containsSubsequence(
            "UserTask_HandleMissingSummary",
            "UserTask_SetTheme",
            "UserTask_HoldAsCommittee",
            "UserTask_ListMeasures",
            "UserTask_HoldPeerReview",
            "UserTask_PrepareBallot",
            "UserTask_Analyse",
            "UserTask_DecideQuota",
            "UserTask_Analyse",
            "UserTask_HoldAssembly",
            "UserTask_ApproveItems",
            "UserTask_ConveneCommittee",
            "UserTask_Analyse",
            "UserTask_HoldAssembly",
            "UserTask_AcknowledgeResult")
        .contains("UserTask_MassesForum", "UserTask_HearObjection", "UserTask_DecideObjection");
    assertThat(again)
        .containsSubsequence(
            "UserTask_RecordFeedback",
            "UserTask_Analyse",
            "UserTask_HoldAssembly",
            "UserTask_AcknowledgeResult");
    assertThat(Collections.frequency(again, "UserTask_AcknowledgeResult"))
        .as("only the one who objected is told anew")
        .isOne();
    assertThat(last).containsExactly("UserTask_CheckMeasures");
    assertThat(cases.find(run.caseId()).orElseThrow().state())
        .isEqualTo(ProcedureCase.State.COMPLETED);
  }

  /**
   * Two only speak their summaries, four are too many, one is sent back, one objects, one does not
   * answer.
   */
  private static final class HardRoad extends Script {

    private boolean reduced;
    private boolean returned;
    private boolean objected;

    @Override
    Map<String, Object> plan() {
      return Map.of(
          "combined", "YES",
          "form", "COMMITTEE",
          "massesWay", "FORUM",
          "committeeReview", "YES");
    }

    @Override
    boolean leaves(Task task) {
      String person = String.valueOf(task.getAssignee());
      return switch (task.getTaskDefinitionKey()) {
        case MemberReviewProcess.Tasks.WRITE_SUMMARY ->
            person.endsWith("8") || person.endsWith("9");
        case MemberReviewProcess.Tasks.ACKNOWLEDGE_RESULT -> person.endsWith("9");
        default -> false;
      };
    }

    @Override
    ReviewGrade grade(RosterMember member) {
      boolean excellent =
          switch (member.personId().substring(member.personId().length() - 1)) {
            case "1", "3" -> true;
            case "2" -> !returned;
            case "4" -> !reduced;
            default -> false;
          };
      return excellent ? ReviewGrade.EXCELLENT : ReviewGrade.QUALIFIED;
    }

    @Override
    String approval(String person) {
      if (person.endsWith("2") && !returned) {
        returned = true;
        return "RETURN";
      }
      return "APPROVE";
    }

    @Override
    String response(String person) {
      if (person.endsWith("5") && !objected) {
        objected = true;
        return "OBJECT";
      }
      return "ACKNOWLEDGE";
    }

    @Override
    Map<String, Object> answer(TaskView task) {
      return switch (task.elementId()) {
        case MemberReviewProcess.Tasks.HOLD_AS_COMMITTEE ->
            Map.of("committeeMembers", 3, "committeePresent", 2, "lifeRecord", MARKER + "会议记录");
        case MemberReviewProcess.Tasks.LIST_MEASURES ->
            Map.of("measures", MARKER + "整改措施", "measuresDate", day(2027, 1, 15));
        case MemberReviewProcess.Tasks.CHECK_MEASURES ->
            Map.of("measuresState", "DONE", "progress", MARKER + "落实情况");
        case MemberReviewProcess.Tasks.HANDLE_MISSING_SUMMARY ->
            Map.of(
                "missingDecision", "DICTATED",
                "dictatedSummary", MARKER + "口述的总结、问题和原因",
                "dictatedTo", "支部书记、组织委员");
        case MemberReviewProcess.Tasks.DECIDE_QUOTA -> {
          reduced = true;
          yield Map.of("quotaDecision", "REDUCE");
        }
        case MemberReviewProcess.Tasks.RECORD_FEEDBACK ->
            Map.of("feedbackWay", "TOLD", "feedbackFacts", MARKER + "当面告知");
        default -> super.answer(task);
      };
    }

    private static Date day(int year, int month, int day) {
      return Date.from(
          LocalDate.of(year, month, day).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    }
  }

  /** A branch of its own below a committee of the demo county, with as many formal members. */
  private String branch(int members) {
    String code = "YLJ01T" + members;
    jdbc.sql(
            "insert into organization_unit (code, name, kind, level, superior, tenant, path,"
                + " sort_order, active) select ?, ?, kind, level, superior, tenant,"
                + " replace(path, ?, ?), 90, active from organization_unit where code = ?")
        .params(code, "云岭县测试第" + members + "党支部", NEIGHBOUR, code, NEIGHBOUR)
        .update();
    for (int i = 1; i <= members; i++) {
      String person = code.toLowerCase(java.util.Locale.ROOT) + i;
      jdbc.sql(
              "insert into organization_person (id, name, member_status, organization, relation,"
                  + " voting_right, mobility, sanction, circumstance, investigated)"
                  + " values (?, ?, 'FORMAL', ?, 'HELD', true, 'NONE', 'NONE', 'NONE', false)")
          .params(person, "测试党员" + i, code)
          .update();
      identity.saveUser(identity.newUser(person));
      identity.createTenantUserMembership(COMMITTEE, person);
      if (i <= 3) {
        jdbc.sql(
                "insert into organization_position (id, person_id, organization, role, title,"
                    + " position_rank, term_from, granted) values (?, ?, ?, ?, '职务', ?, ?, true)")
            .params(
                UUID.randomUUID().toString(),
                person,
                code,
                i == 1 ? "SECRETARY" : "COMMITTEE",
                i,
                LocalDate.of(2020, 1, 1))
            .update();
      }
    }
    for (Role role : List.of(Role.SECRETARY, Role.COMMITTEE)) {
      identity.saveGroup(identity.newGroup(role.group(code)));
      organizations
          .holders(role, code)
          .forEach(person -> identity.createMembership(person, role.group(code)));
    }
    return code;
  }

  private ProcedureCase begin(String branch) {
    clock.setTo(LocalDate.of(2026, 11, 2));
    hands.as(organizations.holders(Role.OFFICE, COMMITTEE).get(0));
    ProcedureCase run = start.start(ProcedureKind.MEMBER_REVIEW, branch, 2026, new HashMap<>());
    identity.clearAuthentication();
    return run;
  }

  /** Every text that the engine keeps of its variables. */
  private List<String> engineTexts() {
    List<String> texts = new ArrayList<>();
    for (String table : List.of("ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_RU_VARIABLE")) {
      for (Map<String, Object> row :
          jdbc.sql("select TEXT_ as t1, TEXT2_ as t2 from " + table).query().listOfRows()) {
        row.values().stream().map(String::valueOf).forEach(texts::add);
      }
    }
    return texts;
  }
}
