package org.dangwu.debriefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
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
class DebriefingRunTest {

  private static final String ORGANIZER = "YLGW";

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
  void goesFromTheStartToTheArchiveAndTheGradesStayOutOfTheEngine() throws Exception {
    ProcedureCase run = begin();
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
    assertThat(engineTexts())
        .noneMatch(text -> text.contains("FAIRLY_GOOD") || text.contains("组织生活质量"));
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
    public boolean onSite(DebriefEntry entry) {
      return entry.order() % 8 < 5;
    }
  }

  private ProcedureCase begin() {
    clock.setTo(LocalDate.of(2026, 11, 2));
    jdbc.sql(
            "insert into procedure_parameter (figure, set_by, parameter, organization,"
                + " applies_year) values (40, 'test', 'debrief.maxGoodPercent', ?, 2026)")
        .param(ORGANIZER)
        .update();
    DebriefHand hand = new DebriefHand(application);
    hand.as(organizations.holders(Role.OFFICE, ORGANIZER).get(0));
    ProcedureCase run = start.start(ProcedureKind.DEBRIEFING, ORGANIZER, 2026, new HashMap<>());
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
