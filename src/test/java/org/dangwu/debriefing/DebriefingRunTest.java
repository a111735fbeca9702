package org.dangwu.debriefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.debriefing.DebriefHands.Script;
import org.dangwu.dossier.Dossiers;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.rectification.ListHand;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** The committee of the county's offices hears its eight secretaries, from start to archive. */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import({AdjustableClock.Configuration.class, ListHand.class})
@TestPropertySource(properties = "dangwu.probe=debriefing-run")
@ExtendWith(OutputCaptureExtension.class)
class DebriefingRunTest {

  @Autowired private ApplicationContext application;
  @Autowired private ProcedureStart start;
  @Autowired private DebriefEntries entries;
  @Autowired private DebriefResults results;
  @Autowired private Organizations organizations;
  @Autowired private Dossiers dossiers;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;
  @Autowired private AdjustableClock clock;

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"C02", "C06", "C11", "C13", "C16", "C17", "C19", "C22", "E27", "E29"})
  @Test
  void goesFromTheStartToTheArchiveAndLeavesNoContentInTheEngine(CapturedOutput output)
      throws Exception {
    ProcedureCase run = begin("YLGW");
    HardRoad script = new HardRoad();
    DebriefHands hands = new DebriefHands(application, run.caseId(), script);
    script.absentee = entries.active(run.caseId()).get(2).personId();
    script.returned = entries.active(run.caseId()).get(1).entryId();

    List<String> done = hands.play();
    hands.fire("Timer_RemarksDue");
    List<String> last = hands.play();

    assertThat(done)
        .containsSubsequence(
            "UserTask_MakeDebriefPlan",
            "UserTask_ApproveDebriefPlan",
            "UserTask_WriteDebriefReport",
            "UserTask_RecordSessionAttendance",
            "UserTask_DecideAbsent",
            "UserTask_HoldDebrief",
            "UserTask_RecordComment",
            "UserTask_CastBallot",
            "UserTask_ConfirmCount",
            "UserTask_RecordSessionAttendance",
            "UserTask_CommentWritten",
            "UserTask_DraftOpinions",
            "UserTask_DraftOpinions",
            "UserTask_StudyGrades",
            "UserTask_AcknowledgeDebriefResult");
    assertThat(Collections.frequency(done, "UserTask_WriteDebriefReport"))
        .as("eight reports, one of them twice")
        .isEqualTo(9);
    assertThat(Collections.frequency(done, "UserTask_FieldCheck")).isEqualTo(2);
    assertThat(Collections.frequency(done, "UserTask_HoldDebrief")).isEqualTo(5);
    assertThat(done).contains("UserTask_DecideMeasures", "UserTask_HoldLowGradeTalk");
    assertThat(last).contains("UserTask_ConfirmPersonnelFiles");
    assertThat(results.of(run.caseId())).hasSize(8);
    assertThat(dossiers.missingForArchive(run.caseId())).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from archive_package where case_id = ?")
                .param(run.caseId())
                .query(Integer.class)
                .single())
        .isOne();
    assertThat(hands.open())
        .as("what is to be put right outlives the file")
        .isNotEmpty()
        .allMatch(task -> task.getTaskDefinitionKey().equals("UserTask_Rectify"));
    assertThat(output.getAll()).doesNotContain(DebriefHand.MARKER);
    assertThat(engineTexts())
        .as("what is looked through")
        .contains(run.businessKey())
        .noneMatch(text -> text.contains(DebriefHand.MARKER))
        .noneMatch(text -> text.contains("FAIRLY_GOOD"))
        .doesNotContain("GOOD", "FAIR", "POOR", "好", "较好", "一般", "差");
  }

  @Proves({"C06", "C11", "C17", "E25", "E26"})
  @Test
  void whoWritesNothingMovesAwayOrDoesNotAnswerHoldsUpNobody() throws Exception {
    ProcedureCase run = begin("YL09");
    List<DebriefEntry> all = entries.active(run.caseId());
    Script script =
        new Script() {
          @Override
          public void plan(Map<String, Object> form) {
            form.put("commentMode", CommentMode.COLLECTIVE.name());
          }

          @Override
          public boolean leaves(Task task) {
            String person = String.valueOf(task.getAssignee());
            return switch (task.getTaskDefinitionKey()) {
              case DebriefingProcess.Tasks.WRITE_REPORT -> person.equals(all.get(0).personId());
              case DebriefingProcess.Tasks.ACKNOWLEDGE_RESULT ->
                  person.equals(all.get(1).personId());
              default -> false;
            };
          }
        };
    DebriefHands hands = new DebriefHands(application, run.caseId(), script);
    String successor = second(all.get(2));

    hands.play(DebriefingProcess.Tasks.WRITE_REPORT);
    hands.asks(
        DebriefingProcess.Messages.SECRETARY_REPLACED,
        DebriefingProcess.Tasks.RECORD_REPLACEMENT,
        "replacement",
        Map.of(
            "entry",
            all.get(2).entryId(),
            "successor",
            successor,
            "successorMode",
            "WRITTEN",
            "effectiveOn",
            LocalDate.now(clock),
            "gradedParty",
            "SUCCESSOR",
            "predecessorGoesOn",
            "YES",
            "reason",
            DebriefHand.said("年中调任")));
    hands.asks(
        DebriefingProcess.Messages.MODE_CHANGE,
        DebriefingProcess.Tasks.REQUEST_MODE_CHANGE,
        "mode",
        Map.of(
            "entry", all.get(3).entryId(),
            "mode", "WRITTEN",
            "reason", DebriefHand.said("住院治疗")));
    List<String> written = hands.play();
    clock.setTo(LocalDate.of(2026, 11, 23));
    hands.fire("Timer_DebriefReportDue");
    hands.play();
    hands.fire("Timer_ExtendedReport");
    List<String> told = hands.play();
    hands.fire("Timer_ResultUnread", "Timer_RemarksDue");
    List<String> last = hands.play();

    assertThat(written).contains("UserTask_DecideModeChange");
    assertThat(Collections.frequency(written, "UserTask_WriteDebriefReport"))
        .as("two who stay, who left and his successor")
        .isEqualTo(4);
    assertThat(told)
        .containsSubsequence(
            "UserTask_HandleMissingReport",
            "UserTask_HoldDebriefInTurn",
            "UserTask_RecordCollectiveComments",
            "UserTask_CommentWritten",
            "UserTask_StudyGrades");
    assertThat(last)
        .containsSubsequence(
            "UserTask_RecordDebriefFeedback",
            "UserTask_ListSecretaryRectification",
            "UserTask_ConfirmPersonnelFiles");
    assertThat(
            jdbc.sql("select ASSIGNEE_ from ACT_HI_TASKINST where TASK_DEF_KEY_ = ?")
                .param(DebriefingProcess.Tasks.ACKNOWLEDGE_RESULT)
                .query(String.class)
                .list())
        .as("who left wrote his part and has no grade to hear of")
        .contains(successor)
        .doesNotContain(all.get(2).personId());
    assertThat(results.of(run.caseId()))
        .extracting(DebriefResult::personId)
        .hasSize(4)
        .contains(successor)
        .doesNotContain(all.get(2).personId());
    assertThat(dossiers.missingForArchive(run.caseId())).isEmpty();
  }

  /** One report comes back, one secretary is absent, the first draft has too many good. */
  private static final class HardRoad extends Script {

    private String absentee;
    private String returned;

    @Override
    public boolean returns(DebriefEntry entry) {
      return entry.entryId().equals(returned);
    }

    @Override
    public boolean absent(String person) {
      return person.equals(absentee);
    }

    @Override
    public SecretaryGrade proposal(DebriefEntry entry, int time) {
      int place = Math.floorMod(entry.order(), 8);
      if (time == 0) {
        return SecretaryGrade.GOOD;
      }
      return place == 1
          ? SecretaryGrade.GOOD
          : place == 2 ? SecretaryGrade.FAIR : SecretaryGrade.FAIRLY_GOOD;
    }

    @Override
    public void plan(Map<String, Object> form) {
      form.put("weight-session", 50);
      form.put("weight-field", 30);
      form.put("weight-daily", 20);
    }

    @Override
    public boolean onSite(DebriefEntry entry) {
      return entry.order() % 8 < 5;
    }
  }

  /** A second secretary of the same body, who takes over from the first. */
  private String second(DebriefEntry entry) {
    String person =
        organizations.holders(Role.COMMITTEE, entry.organization()).stream()
            .findFirst()
            .orElseThrow();
    jdbc.sql(
            "insert into organization_position (id, person_id, organization, role, title,"
                + " position_rank, term_from, granted) values (?, ?, ?, 'SECRETARY', '书记', 2, ?,"
                + " true)")
        .params(
            UUID.randomUUID().toString(), person, entry.organization(), LocalDate.of(2026, 10, 1))
        .update();
    return person;
  }

  private ProcedureCase begin(String organizer) {
    clock.setTo(LocalDate.of(2026, 11, 2));
    jdbc.sql(
            "insert into procedure_parameter (figure, set_by, parameter, organization,"
                + " applies_year) values (40, 'test', 'debrief.maxGoodPercent', ?, 2026)")
        .param(organizer)
        .update();
    DebriefHand hand = new DebriefHand(application);
    hand.as(organizations.holders(Role.OFFICE, organizer).get(0));
    ProcedureCase run = start.start(ProcedureKind.DEBRIEFING, organizer, 2026, new HashMap<>());
    identity.clearAuthentication();
    return run;
  }

  /** Every text that the engine keeps of runs: facts, tasks, jobs, history, lists. */
  private List<String> engineTexts() {
    List<String> texts = new ArrayList<>();
    List<String> tables =
        jdbc.sql("select table_name from information_schema.tables").query(String.class).list();
    for (String table : tables) {
      String name = table.toUpperCase(Locale.ROOT);
      if (name.startsWith("ACT_RU_") || name.startsWith("ACT_HI_")) {
        jdbc.sql("select * from " + table).query().listOfRows().stream()
            .flatMap(row -> row.values().stream())
            .forEach(value -> texts.add(String.valueOf(value)));
      }
    }
    // Lists of ids; what was deployed is no run.
    jdbc.sql("select BYTES_ from ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ is null")
        .query((row, number) -> row.getBytes(1))
        .list()
        .forEach(bytes -> texts.add(new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }
}
