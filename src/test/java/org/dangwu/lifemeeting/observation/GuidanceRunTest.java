package org.dangwu.lifemeeting.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.archive.Archive;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.lifemeeting.observation.Draw.DrawCandidate;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** The superior of the demo county deploys a year, draws by lot and sends observers. */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import({AdjustableClock.Configuration.class, GuidanceDesk.class})
// A database of its own: it begins the meetings of all bodies.
@TestPropertySource(properties = "dangwu.probe=guidance")
class GuidanceRunTest {

  private static final int YEAR = 2026;

  /** Another year, so that the runs of one test are not those of another. */
  private static final int NEXT_YEAR = 2027;

  private static final int LAST_YEAR = 2025;

  @Autowired private ProcedureStart start;
  @Autowired private ProcedureCases cases;
  @Autowired private GuidanceDesk desk;
  @Autowired private Organizations organizations;
  @Autowired private People people;
  @Autowired private Dossiers dossiers;
  @Autowired private RuntimeService runtime;
  @Autowired private HeldMeetings held;
  @Autowired private Draws draws;
  @Autowired private Observers observers;
  @Autowired private AdjustableClock clock;
  @Autowired private Archive archive;
  @Autowired private JdbcClient jdbc;

  private String department;
  private String commission;
  private String secretary;

  @BeforeEach
  void peopleOfTheCounty() {
    clock.setTo(LocalDate.of(YEAR, 11, 2));
    department = holder(Role.STAFF, "YLZZB");
    commission = holder(Role.STAFF, "YLJW");
    secretary = holder(Role.PRINCIPAL, "YL");
  }

  @Proves({"A01", "A02", "A04", "E06"})
  @Test
  void aYearIsDeployedForAllBodiesAndEachThatDoesNotMeetIsDealtWith() throws Exception {
    ProcedureCase year = begin(department, ProcedureKind.LIFE_MEETING_YEAR, "YL", YEAR);
    deploy(year);

    ProcedureCase run = held.annual("YL01", YEAR).orElseThrow();
    assertThat(runtime.getVariables(run.processInstanceId()))
        .containsEntry("themeSource", "SUPERIOR")
        .containsEntry("theme", "坚定理想信念，严守纪律规矩");
    assertThat(read(DocumentKey.of(run.caseId(), "yearNotice")))
        .containsEntry("requirements", "按规定程序召开。")
        .hasEntrySatisfying(
            "arrangement", text -> assertThat(text).contains("2026-10-01至2026-12-31"));

    Task blocked = desk.take(department, "UserTask_ResolveBlocked");
    desk.show(department, "/life-meeting/year/task/" + blocked.getId())
        .andExpect(content().string(containsString("中共云岭县纪律检查委员会没有登记办公室，有关环节将无人办理")))
        .andExpect(content().string(containsString("LM-2026-YL12")));
    desk.submit(department, blocked, Map.of("blockedDecision", "CONTINUE"));
    desk.show(holder(Role.OFFICE, "YL01"), "/life-meeting/year/" + year.caseId())
        .andExpect(status().isNotFound());

    desk.show(department, "/home/case/" + year.caseId())
        .andExpect(content().string(containsString("各单位进展")));
    desk.fire(year.processInstanceId(), "Timer_MidWindow");
    for (int body = 1; body <= 11; body++) {
      desk.hold(
          held.annual("YL%02d".formatted(body), YEAR).orElseThrow().caseId(),
          LocalDate.of(YEAR, 12, 10));
    }
    clock.setTo(LocalDate.of(YEAR + 1, 1, 1));
    desk.fire(year.processInstanceId(), "Timer_WindowClosed");
    assertThat(desk.seen(secretary, "UserTask_HandleNotHeld")).hasSize(3);

    Task first = desk.take(department, "UserTask_HandleNotHeld");
    assertThatThrownBy(
            () -> desk.submit(department, first, handling("CONSENT", LocalDate.of(2027, 5, 1))))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("不晚于 2027-03-31");
    desk.submit(department, first, handling("ORDER", LocalDate.of(YEAR + 1, 1, 20)));
    while (!desk.seen(secretary, "UserTask_HandleNotHeld").isEmpty()) {
      desk.submit(
          secretary,
          desk.take(secretary, "UserTask_HandleNotHeld"),
          handling("CONSENT", LocalDate.of(YEAR + 1, 2, 20)));
    }
    desk.show(department, "/life-meeting/year/" + year.caseId())
        .andExpect(content().string(containsString("责令限期召开（2027-01-20前）")))
        .andExpect(content().string(containsString("经同意延期（至2027-02-20）")));

    clock.setTo(LocalDate.of(YEAR + 1, 1, 21));
    desk.fire(year.processInstanceId(), "Timer_NextCheck");
    assertThat(desk.seen(department, "UserTask_HandleNotHeld")).as("did not obey").hasSize(1);
    desk.submit(
        department,
        desk.take(department, "UserTask_HandleNotHeld"),
        handling("CONSENT", LocalDate.of(YEAR + 1, 2, 25)));

    assertThat(cases.find(year.caseId()).orElseThrow().state())
        .isEqualTo(ProcedureCase.State.COMPLETED);
    assertThat(read(DocumentKey.of(year.caseId(), "yearSummary")).get("facts"))
        .contains("应召开 14 个单位，已召开 11 个，经同意延期 3 个。")
        .contains("责令限期召开2027-01-20，同意延期2027-02-25");
    assertThat(archive.find(year.caseId()))
        .as("notice, handling and summary are filed")
        .isPresent();
  }

  @Proves("A17")
  @Test
  void whatIsDrawnCanBeDrawnAgainByAnybodyAndIsReportedOnAndCorrected() throws Exception {
    ProcedureCase run = begin(department, ProcedureKind.OBSERVATION_DRAW, "YL", NEXT_YEAR);
    Task count = desk.take(department, "UserTask_SetDraw");
    assertThatThrownBy(() -> desk.submit(department, count, Map.of("drawCount", 15)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("1 至 14");
    desk.submit(department, count, Map.of("drawCount", 3));
    Draw draw = draws.find(run.caseId()).orElseThrow();
    assertThat(draw.drawn()).hasSize(3);
    assertThat(outcomeOfTheShell(draw))
        .isEqualTo(draw.drawn().stream().map(DrawCandidate::code).toList());

    Task assign = desk.take(department, "UserTask_AssignLeaders");
    assertThatThrownBy(() -> desk.submit(department, assign, Map.of()))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("带队");
    String path = "/life-meeting/draw/task/" + assign.getId();
    desk.show(department, path).andExpect(content().string(containsString(draw.seed())));
    List<String> leaders =
        organizations.leadingBody("YL").stream().map(member -> member.personId()).toList();
    // Two of the bodies have no office that could hold a meeting; of three drawn one always can.
    String body =
        draw.drawn().stream()
            .map(DrawCandidate::code)
            .filter(code -> code.matches("YL\\d\\d"))
            .findFirst()
            .orElseThrow();
    String leader = leaders.get(1);
    Map<String, String> chosen = new HashMap<>();
    chosen.put("leader-" + body, leader);
    desk.send(department, path, chosen).andExpect(content().string(containsString("安排一位带队的领导")));
    draw.drawn().stream()
        .map(DrawCandidate::code)
        .filter(code -> !code.equals(body))
        .forEach(code -> chosen.put("leader-" + code, leaders.get(2)));
    desk.send(department, path, chosen).andExpect(content().string(containsString("已保存")));
    String outsider = holder(Role.PRINCIPAL, "YL01");
    desk.show(outsider, "/life-meeting/draw/" + run.caseId()).andExpect(status().isNotFound());
    desk.submit(department, assign, Map.of());
    desk.show(department, "/home/case/" + run.caseId())
        .andExpect(content().string(containsString("抽取过程和结果")));
    desk.show(outsider, "/life-meeting/draw/" + run.caseId())
        .andExpect(content().string(containsString("sha256sum")))
        .andExpect(content().string(containsString(people.name(leaders.get(1)))));
    assertThat(read(DocumentKey.of(run.caseId(), "drawRecord")).get("record"))
        .contains(draw.seed(), "（抽中）", "（带队）");

    Task report = desk.take(leader, "UserTask_WriteObserverReport");
    assertThatThrownBy(() -> desk.submit(leader, report, report("PROBLEMS")))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("尚未召开");
    ProcedureCase meeting = begin(department, ProcedureKind.LIFE_MEETING, body, NEXT_YEAR);
    assertThat(observers.of(leader, meeting.caseId())).containsExactly("observer");
    desk.hold(meeting.caseId(), LocalDate.of(YEAR, 11, 2));
    desk.submit(leader, report, report("PROBLEMS"));
    String clerk = holder(Role.OFFICE, body);
    Task correct = desk.take(clerk, "UserTask_CorrectAtOnce");
    dossiers.write(
        DocumentKey.about(run.caseId(), "observationCorrection", body),
        Map.of("corrected", "已补开。"),
        clerk);
    desk.submit(clerk, correct, Map.of());
    desk.submit(
        leader,
        desk.take(leader, "UserTask_ConfirmCorrection"),
        Map.of("correctionConfirmed", "YES"));
    assertThat(dossiers.isFinal(DocumentKey.about(run.caseId(), "observerReport", body))).isTrue();
    String filed = archive.file(run.caseId()).packageId();
    assertThat(
            jdbc.sql("select title from archive_item where package_id = ?")
                .param(filed)
                .query(String.class)
                .list())
        .as("what was reported about a body bears its name")
        .anyMatch(title -> title.endsWith("（" + organizations.get(body).name() + "）"))
        .noneMatch(title -> title.contains(body));
  }

  @Proves({"A15", "A16"})
  @Test
  void observersAreAgreedBetweenTheDepartmentsAndSeeThePlanAlone() throws Exception {
    ProcedureCase meeting = begin(department, ProcedureKind.LIFE_MEETING, "YL09", LAST_YEAR);
    dossiers.write(DocumentKey.of(meeting.caseId(), "plan"), Map.of("place", "一楼会议室"), "p0001");
    DossierDocument plan = dossiers.finish(DocumentKey.of(meeting.caseId(), "plan"), "p0001");
    dossiers.write(
        DocumentKey.of(meeting.caseId(), "bodyReview"), Map.of("problems", "x"), "p0001");
    DossierDocument review =
        dossiers.finish(DocumentKey.of(meeting.caseId(), "bodyReview"), "p0001");
    observe(meeting);

    Task propose = desk.take(department, "UserTask_ProposeObservers");
    String path = "/life-meeting/observation/task/" + propose.getId() + "/observers";
    desk.show(department, path).andExpect(content().string(containsString("组织部门、纪检机关都应当派人")));
    Map<String, String> list = new LinkedHashMap<>();
    list.put("level", "PROMINENT");
    list.put("basis", "巡察反馈问题较多。");
    list.put("seat-" + department, "1L");
    desk.send(department, path, list)
        .andExpect(content().string(containsString("请至少安排一名纪检机关的人员列席")));
    list.put("seat-" + commission, "1M");
    desk.send(department, path, list).andExpect(content().string(containsString("安排 2 人列席")));
    desk.submit(department, propose, Map.of());

    Task takeUp = desk.take(secretary, "UserTask_TakeUp");
    String leader = organizations.leadingBody("YL").get(2).personId();
    desk.send(
            secretary,
            "/life-meeting/observation/task/" + takeUp.getId() + "/leader",
            Map.of("leader", leader, "requirement", "查实问题，严肃整改。"))
        .andExpect(content().string(containsString("已保存")));
    desk.submit(secretary, takeUp, Map.of());

    Task agree = desk.take(commission, "UserTask_AgreeObservers");
    desk.send(
            commission,
            "/life-meeting/observation/task/" + agree.getId() + "/agreement",
            Map.of("agreed", "true"))
        .andExpect(content().string(containsString("已保存：同意")));
    desk.submit(commission, agree, Map.of());

    assertThat(observers.names(meeting.caseId())).hasSize(3);
    assertThat(read(DocumentKey.of(meeting.caseId(), "observerList")).get("names"))
        .startsWith("第1组组长：");
    desk.show(leader, "/dossier/document/" + plan.id()).andExpect(status().isOk());
    desk.show(leader, "/dossier/document/" + review.id()).andExpect(status().is4xxClientError());
    Task report = desk.take(leader, "UserTask_WriteObserverReport");
    desk.hold(meeting.caseId(), LocalDate.of(YEAR, 11, 2));
    desk.submit(leader, report, report("NONE"));
    DossierDocument filed =
        dossiers.find(DocumentKey.about(meeting.caseId(), "observerReport", leader)).orElseThrow();
    assertThat(filed.isFinal()).isTrue();
    desk.show(holder(Role.OFFICE, "YL09"), "/dossier/document/" + filed.id())
        .andExpect(status().is4xxClientError());
    desk.show(department, "/dossier/document/" + filed.id()).andExpect(status().isOk());
  }

  @Test
  void onlyTheOrganisationDepartmentStartsWhatGuidesTheBodiesBelow() {
    Set<ProcedureKind> offered =
        start.offers(department, YEAR).stream()
            .filter(offer -> offer.organization().equals("YL"))
            .map(offer -> offer.kind())
            .collect(Collectors.toSet());
    assertThat(offered).contains(ProcedureKind.LIFE_MEETING_YEAR, ProcedureKind.OBSERVATION_DRAW);
    assertThatThrownBy(
            () -> begin(holder(Role.OFFICE, "YL01"), ProcedureKind.LIFE_MEETING_YEAR, "YL", YEAR))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("组织部门的人员可以启动");
  }

  /** What the published command prints when a shell runs it. */
  private static List<String> outcomeOfTheShell(Draw draw) throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", DrawPage.command(draw)).start();
    String printed = new String(shell.getInputStream().readAllBytes());
    assertThat(shell.waitFor()).isZero();
    return printed.lines().map(line -> line.split(" ")[1]).toList();
  }

  private void deploy(ProcedureCase year) {
    Task task = desk.take(department, "UserTask_DeployYear");
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("themeSource", "SUPERIOR");
    inputs.put("theme", "坚定理想信念，严守纪律规矩");
    inputs.put("windowMode", "RULE");
    inputs.put("requirements", "按规定程序召开。");
    inputs.put("suggestedDate", "2027-01-05");
    assertThatThrownBy(() -> desk.submit(department, task, inputs))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("2026-10-01 至 2026-12-31");
    inputs.put("suggestedDate", "2026-12-10");
    desk.submit(department, task, inputs);
  }

  /** Starts observing as the life meeting does once its plan is agreed. */
  private void observe(ProcedureCase meeting) {
    runtime.startProcessInstanceByKey(
        "meeting-observation",
        meeting.businessKey(),
        Map.of(
            "caseId", meeting.caseId(),
            "procedure", "life-meeting",
            "organization", meeting.organization(),
            "organizationName", meeting.organizationName(),
            "year", meeting.year(),
            "principal", holder(Role.PRINCIPAL, meeting.organization()),
            "meetingDate", Deadlines.startOf(LocalDate.of(YEAR, 12, 1))));
    desk.runJobs();
  }

  private ProcedureCase begin(String person, ProcedureKind kind, String organization, int year) {
    Map<String, Object> facts =
        kind == ProcedureKind.LIFE_MEETING
            ? Map.of("meetingDate", Deadlines.startOf(LocalDate.of(YEAR, 12, 1)))
            : Map.of();
    ProcedureCase run = desk.as(person, () -> start.start(kind, organization, year, facts));
    desk.runJobs();
    return run;
  }

  private static Map<String, Object> handling(String decision, LocalDate until) {
    return Map.of(
        "handling", decision, "handledDate", until.toString(), "handlingReason", "因防汛推迟，已经了解。");
  }

  private static Map<String, Object> report(String result) {
    Map<String, Object> report = new HashMap<>();
    report.put("impressions", "准备充分，程序完整。");
    report.put("observationResult", result);
    if (result.equals("PROBLEMS")) {
      report.put("problems", "未通报上次整改情况。");
    }
    return report;
  }

  private Map<String, String> read(DocumentKey key) {
    return dossiers.read(dossiers.find(key).orElseThrow().id(), "test");
  }

  private String holder(Role role, String organization) {
    return organizations.holders(role, organization).get(0);
  }
}
