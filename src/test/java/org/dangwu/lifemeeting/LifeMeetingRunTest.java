package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.Unrestricted;
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
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A life meeting of the demo county, carried from its start to the archive by the people who would
 * do it.
 */
@IntegrationTest
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import({AdjustableClock.Configuration.class, Rehearsal.class})
@ExtendWith(OutputCaptureExtension.class)
class LifeMeetingRunTest {

  private static final String MARKER = "独有标记词甲乙丙";

  @Autowired private ProcedureStart start;
  @Autowired private ProcedureCases cases;
  @Autowired private Rehearsal rehearsal;
  @Autowired private Organizations organizations;
  @Autowired private Dossiers dossiers;
  @Autowired private TaskService tasks;
  @Autowired private FormService forms;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private Unrestricted unrestricted;
  @Autowired private IdentityService identity;
  @Autowired private DataSource dataSource;
  @Autowired private AdjustableClock clock;

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Test
  void goesFromTheStartToTheArchiveAndLeavesNoContentInTheEngine(CapturedOutput output)
      throws SQLException {
    ProcedureCase run = begin("YL01");

    List<String> done = rehearsal.play(run, script(Set.of(7)));

    assertThat(done)
        .startsWith("UserTask_DecideTheme", "UserTask_MakePlan", "UserTask_Review")
        .containsSubsequence(
            "UserTask_ConfirmAttendance",
            "UserTask_ReportPrevious",
            "UserTask_ReviewBody",
            "UserTask_ReviewMember",
            "UserTask_SumUp",
            "UserTask_TellAbsentee",
            "UserTask_ConfirmTold")
        .containsSubsequence(
            "UserTask_SumUp",
            "UserTask_WriteReport",
            "UserTask_ReceiveBySuperior",
            "UserTask_DraftNotice",
            "UserTask_ApproveNotice",
            "UserTask_ListRectification")
        .contains("UserTask_ProposeObservers", "UserTask_WriteObserverReport");
    assertThat(Collections.frequency(done, "UserTask_WriteOutline")).isEqualTo(7);
    assertThat(Collections.frequency(done, "UserTask_ReviewMember")).isEqualTo(6);
    assertThat(cases.find(run.caseId()).orElseThrow().state())
        .isEqualTo(ProcedureCase.State.COMPLETED);
    assertThat(dossiers.missingForArchive(run.caseId())).isEmpty();
    assertThat(count("archive_package", "case_id = '" + run.caseId() + "'")).isEqualTo(1);

    assertThat(tablesHolding(MARKER))
        .as("the dossier holds the content, the engine none of it")
        .isNotEmpty()
        .noneMatch(table -> table.toUpperCase(java.util.Locale.ROOT).startsWith("ACT_"));
    assertThat(output.getAll()).doesNotContain(MARKER);
    assertThat(count("ACT_HI_VARINST", "VAR_TYPE_ = 'serializable'")).isZero();
  }

  @Test
  void aSecondStartOfTheSameYearIsRefusedWithItsReason() {
    begin("YL02");

    assertThatThrownBy(() -> begin("YL02"))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("同一年度只能启动一次");
  }

  @Test
  void whoHasNoOfficeInTheBodyMayNotStartIt() {
    rehearsal.as(organizations.leadingBody("YL04").get(2).personId());

    assertThatThrownBy(() -> start.start(ProcedureKind.LIFE_MEETING, "YL03", 2026, date(12, 1)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("可以启动");
  }

  @Test
  void aBodyWhoseSuperiorIsNotInTheRosterIsRefusedOnEveryWayBeforeAnythingWaits() {
    String reason = "中共云岭县委员会的上级没有登记组织部门或纪检机关，方案和报告无处报送，请先补全组织名册。";
    String definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(LifeMeetingProcess.KEY)
            .latestVersion()
            .singleResult()
            .getId();
    rehearsal.as(organizations.holders(Role.RECORDER, "YL").get(0));

    assertThatThrownBy(() -> start.start(ProcedureKind.LIFE_MEETING, "YL", 2026, date(12, 1)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessage(reason);
    assertThatThrownBy(
            () ->
                forms.submitStartForm(
                    definition,
                    Map.of("organization", "YL", "year", 2026, "meetingDate", "2026-12-01")))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessage(reason);
    assertThat(cases.ofOrganizations(List.of("YL"))).isEmpty();
    assertThat(
            unrestricted.call(
                () ->
                    runtime
                        .createProcessInstanceQuery()
                        .variableValueEquals("organization", "YL")
                        .count()))
        .isZero();
  }

  @Proves("A12")
  @Test
  void allMembersMayCompleteTheirOutlinesAtTheSameMoment() throws Exception {
    ProcedureCase run = begin("YL06");
    rehearsal.play(run, script(Set.of()), Set.of("UserTask_WriteOutline"));
    List<Task> outlines =
        unrestricted.call(
            () ->
                tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(run.businessKey())
                    .taskDefinitionKey("UserTask_WriteOutline")
                    .list());
    assertThat(outlines).hasSize(7).extracting(Task::getAssignee).doesNotHaveDuplicates();
    outlines.forEach(task -> rehearsal.write(run, task, script(Set.of())));

    CyclicBarrier together = new CyclicBarrier(outlines.size());
    ExecutorService threads = Executors.newFixedThreadPool(outlines.size());
    try {
      List<Callable<Void>> work = new ArrayList<>();
      outlines.forEach(
          task ->
              work.add(
                  () -> {
                    rehearsal.as(task.getAssignee());
                    together.await();
                    tasks.complete(task.getId());
                    return null;
                  }));
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }

    outlines.forEach(
        task ->
            assertThat(
                    dossiers.isFinal(
                        DocumentKey.about(run.caseId(), "outline", task.getAssignee())))
                .isTrue());
    rehearsal.play(run, script(Set.of()));
    assertThat(cases.find(run.caseId()).orElseThrow().state())
        .isEqualTo(ProcedureCase.State.COMPLETED);
  }

  @Test
  void aMemberOfAnotherBodySeesNoTaskOfIt() {
    ProcedureCase run = begin("YL05");
    rehearsal.as(organizations.leadingBody("YL06").get(0).personId());

    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(run.businessKey()).count())
        .isZero();
  }

  @Test
  void anIncompletePlanIsNotTaken() {
    ProcedureCase run = begin("YL07");
    String office = organizations.holders(Role.OFFICE, "YL07").get(0);
    String superior = organizations.holders(Role.OFFICE, "YL").get(0);
    rehearsal.as(superior);
    var theme =
        tasks.createTaskQuery().processInstanceBusinessKey(run.businessKey()).singleResult();
    tasks.claim(theme.getId(), superior);
    tasks.complete(theme.getId(), script(Set.of()).inputs().get("UserTask_DecideTheme"));
    rehearsal.as(office);
    var plan = tasks.createTaskQuery().processInstanceBusinessKey(run.businessKey()).singleResult();
    tasks.claim(plan.getId(), office);

    assertThatThrownBy(() -> tasks.complete(plan.getId(), date(12, 1)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请");
    assertThat(tasks.createTaskQuery().taskId(plan.getId()).singleResult().getAssignee())
        .isEqualTo(office);
  }

  private ProcedureCase begin(String body) {
    clock.setTo(LocalDate.of(2026, 11, 2));
    rehearsal.as(organizations.holders(Role.RECORDER, body).get(0));
    ProcedureCase run = start.start(ProcedureKind.LIFE_MEETING, body, 2026, date(12, 1));
    identity.clearAuthentication();
    return run;
  }

  private static Map<String, Object> date(int month, int day) {
    return Map.of("meetingDate", meeting(month, day));
  }

  private static Date meeting(int month, int day) {
    return Deadlines.startOf(LocalDate.of(2026, month, day));
  }

  private Rehearsal.Script script(Set<Integer> onLeave) {
    return new Rehearsal.Script(
        Map.of(
            "UserTask_DecideTheme",
            Map.of("themeSource", "SUPERIOR", "theme", "树立和践行正确政绩观"),
            "UserTask_MakePlan",
            date(12, 1),
            "UserTask_Review",
            Map.of("approvalResult", "APPROVED", "opinion", MARKER + "同意"),
            "UserTask_ReceiveBySuperior",
            Map.of("receiptNumber", "收〔2026〕1号"),
            "UserTask_ReceiveByDiscipline",
            Map.of("receiptNumber", "收〔2026〕2号"),
            "UserTask_ReceiveByOrganization",
            Map.of("receiptNumber", "收〔2026〕3号")),
        onLeave,
        type -> MARKER + "：" + type);
  }

  /**
   * Every table with a text or binary column that holds the words, in whatever schema people work.
   */
  private List<String> tablesHolding(String words) throws SQLException {
    List<String> found = new ArrayList<>();
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    try (Connection connection = dataSource.getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(null, schema(connection), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        String table = tables.getString("TABLE_NAME");
        if (holds(connection, table, words, bytes)) {
          found.add(table);
        }
      }
    }
    return found;
  }

  private static String schema(Connection connection) throws SQLException {
    return connection.getSchema();
  }

  private static boolean holds(Connection connection, String table, String words, byte[] bytes)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          Object value = rows.getObject(column);
          if (value instanceof byte[] binary
              ? contains(binary, bytes)
              : value != null && text(value).contains(words)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static String text(Object value) throws SQLException {
    return value instanceof java.sql.Clob clob
        ? clob.getSubString(1, (int) clob.length())
        : value.toString();
  }

  private static boolean contains(byte[] all, byte[] part) {
    return new String(all, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  private int count(String table, String condition) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select count(*) from " + table + " where " + condition)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
