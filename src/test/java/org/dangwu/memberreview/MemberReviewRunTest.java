package org.dangwu.memberreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.dangwu.dossier.Dossiers;
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
    assertThat(output.getAll()).doesNotContain(script.marker);
    assertThat(engineTexts()).noneMatch(text -> text.contains(script.marker));
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
