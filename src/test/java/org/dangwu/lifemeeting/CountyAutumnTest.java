package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.engine.Unrestricted;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseActions;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.Facts;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * The last quarter of the demo county, day by day: the county's organisation department deploys the
 * year, every leading body holds its meeting in its own way, deadlines pass, and what is on record
 * at the end equals the table below.
 */
@IntegrationTest
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import({AdjustableClock.Configuration.class, Rehearsal.class})
// A database of its own: other tests begin the same bodies' meetings.
@TestPropertySource(properties = "dangwu.probe=county")
class CountyAutumnTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int YEAR = 2026;
  private static final LocalDate DEPLOYED = LocalDate.of(YEAR, 10, 12);
  private static final LocalDate LAST_DAY = LocalDate.of(YEAR + 1, 2, 20);

  /**
   * What must be on record at the end: each run with its state, the facts of the appraisal by day
   * (figures, then whether the rule was kept), and how often somebody was urged or told.
   */
  private static final String OUTCOME =
      """
      LM-2026-YL01 COMPLETED
        PLAN_SENT 2026-11-16 15 kept
        HELD 2026-12-01 7/7 kept
        REPORTED 2026-12-06 5 kept
        also: approval-pending 1; plan-due 1
      LM-2026-YL02 COMPLETED
        PLAN_SENT 2026-11-25 15 kept
        HELD 2026-12-10 9/9 kept
        REPORTED 2026-12-15 5 kept
        also: approval-pending 1; plan-due 4
      LM-2026-YL03 COMPLETED
        PLAN_SENT 2026-11-16 15 kept
        QUORUM_MISSED 2026-12-01 3/6 not kept
        HELD 2026-12-08 6/6 kept
        REPORTED 2026-12-13 5 kept
        also: approval-pending 2; plan-due 1
      LM-2026-YL04 COMPLETED
        PLAN_SENT 2026-11-16 15 kept
        HELD 2026-12-01 5/5 kept
        REPORTED 2026-12-19 18 not kept
        also: approval-pending 1; plan-due 1; report-due 3
      LM-2026-YL05 COMPLETED
        PLAN_SENT 2026-11-16 29 kept
        HELD 2026-12-15 8/8 kept
        REPORTED 2026-12-20 5 kept
        also: approval-pending 6; plan-due 1
      LM-2026-YL06 COMPLETED
        PLAN_SENT 2026-11-18 15 kept
        HELD 2026-12-03 5/7 kept
        ABSENT_WITHOUT_LEAVE 2026-12-03 1 not kept
        REPORTED 2026-12-08 5 kept
        also: leave GRANTED; absence-without-leave 1; approval-pending 2; plan-due 2
      LM-2026-YL07 COMPLETED
        PLAN_SENT 2026-11-23 15 kept
        HELD 2026-12-08 6/6 kept
        REPORTED 2026-12-13 5 kept
        also: approval-pending 2; approval-returned 1; plan-due 4
      LM-2026-YL08 COMPLETED
        PLAN_SENT 2027-01-10 16 kept
        HELD 2027-01-26 9/9 kept
        REPORTED 2027-01-31 5 kept
        also: approval-pending 1; plan-due 3
      LM-2026-YL09 COMPLETED
        PLAN_SENT 2026-12-07 15 kept
        POSTPONED 2026-12-14
        HELD 2027-01-12 7/7 kept
        REPORTED 2027-01-17 5 kept
        also: approval-pending 2; meeting-moved 1; plan-due 3
      LM-2026-YL10 COMPLETED
        PLAN_SENT 2026-12-02 15 kept
        HELD 2026-12-17 5/5 kept
        REPORTED 2026-12-22 5 kept
        also: approval-pending 1; plan-due 3; special-separate 1
      LM-2026-YL10-S1 COMPLETED
        PLAN_SENT 2026-11-10 24 kept
        HELD 2026-12-04 5/5 kept
        REPORTED 2026-12-04 0 kept
        also: approval-pending 1
      LM-2026-YL11 COMPLETED
        PLAN_SENT 2026-11-17 15 kept
        HELD 2026-12-02 8/8 kept
        REPORTED 2026-12-07 5 kept
        also: approval-pending 1; chair-designated 1; plan-due 1
      LM-2026-YL12 COMPLETED
        PLAN_SENT 2026-11-09 15 kept
        HELD 2026-11-24 6/6 kept
        REPORTED 2026-11-29 5 kept
        REPEAT_ORDERED 2026-11-29
        HELD 2026-12-16 6/6 kept
        REPORTED 2026-12-21 5 kept
        also: approval-pending 1; repeat-ordered 1
      LM-2026-YLGW COMPLETED
        PLAN_SENT 2026-11-19 15 kept
        HELD 2026-12-04 3/3 kept
        REPORTED 2026-12-09 5 kept
        also: approval-pending 1; plan-due 2
      LY-2026-YL COMPLETED
        also: year-handled 2; year-not-held 1
      """;

  @Autowired private ProcedureStart start;
  @Autowired private ProcedureCases cases;
  @Autowired private CaseActions actions;
  @Autowired private Facts facts;
  @Autowired private LeaveBook leaves;
  @Autowired private Rehearsal rehearsal;
  @Autowired private Organizations organizations;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private IdentityService identity;
  @Autowired private Unrestricted unrestricted;
  @Autowired private JdbcClient jdbc;
  @Autowired private AdjustableClock clock;

  private final Map<String, Body> bodies = new LinkedHashMap<>();
  private LocalDate today;

  @AfterEach
  void backToOurDays() {
    identity.clearAuthentication();
    ClockUtil.reset();
  }

  @Proves({"A01", "A02", "A18", "A19", "A27", "A35", "A37", "E02", "E03", "E04", "E05", "E06"})
  @Test
  void theRecordOfTheWholeCountyEqualsTheTable() {
    theirWays();

    for (today = DEPLOYED; !today.isAfter(LAST_DAY); today = today.plusDays(1)) {
      liveThroughTheDay();
    }

    assertThat(outcome()).isEqualTo(OUTCOME);
  }

  /** How the thirteen bodies go about it. */
  private void theirWays() {
    body("YLGW").meetsOn(12, 4);
    body("YL01").meetsOn(12, 1);
    // Sends its plan six days before the meeting: must move the date.
    body("YL02")
        .meetsOn(12, 1)
        .plansOn(11, 25)
        .answers("UserTask_AdjustDate", Map.of("dateDecision", "MOVE", "meetingDate", day(12, 10)));
    // Three stay away: no quorum; a week later all come.
    body("YL03")
        .meetsOn(12, 1)
        .away(1, Set.of(2, 3, 4))
        .answers(
            "UserTask_ProposeNewDate",
            Map.of("proposedDate", day(12, 8), "postponementReason", "到会人数不足三分之二，拟改期召开"));
    // One on leave with the superior's consent, one absent without a word.
    body("YL06")
        .meetsOn(12, 3)
        .away(1, Set.of(3, 4))
        .does(LocalDate.of(YEAR, 11, 24), "LeaveRequested", 3);
    // The superior lets the plan lie for twelve days.
    body("YL05").meetsOn(12, 15).plansOn(11, 16).waits("UserTask_Review", 11, 28);
    // The report comes on the eighteenth day.
    body("YL04").meetsOn(12, 1).reportsAfter(18);
    // The first plan is returned.
    body("YL07")
        .meetsOn(12, 8)
        .answers("UserTask_Review", Map.of("approvalResult", "RETURNED", "opinion", "请补充会前准备安排"));
    // Does nothing until it is ordered to in January.
    body("YL08").meetsOn(1, 26).waits("UserTask_MakePlan", 1, 10);
    // Asks in time to hold it in January.
    body("YL09").meetsOn(12, 22).does(LocalDate.of(YEAR, 12, 14), "DateChangeRequested", 0);
    // An inspection finds important problems: a special meeting beside the annual one.
    body("YL10").meetsOn(12, 17).does(LocalDate.of(YEAR, 11, 10), "SpecialMeetingRequired", 0);
    // The principal cannot preside.
    body("YL11").meetsOn(12, 2).does(LocalDate.of(YEAR, 11, 20), "ChairNeeded", 0);
    // Must hold its meeting again.
    body("YL12")
        .meetsOn(11, 24)
        .answers(
            "UserTask_ReceiveByOrganization",
            Map.of(
                "receiptNumber", "收〔2026〕12号",
                "repeatOrdered", "YES",
                "repeatDate", day(12, 16),
                "repeatReason", "自我批评没有联系实际，责令重新召开"));
  }

  private void liveThroughTheDay() {
    clock.setTo(today);
    ClockUtil.setCurrentTime(Date.from(clock.instant()));
    if (today.equals(DEPLOYED)) {
      deploy();
    }
    bodies.values().forEach(Body::act);
    boolean busy = true;
    while (busy) {
      runDueJobs();
      busy = false;
      for (Task task : open()) {
        if (stillOpen(task) && dueToday(task)) {
          work(task);
          busy = true;
        }
      }
    }
  }

  private void deploy() {
    rehearsal.as(organizations.holders(Role.STAFF, department()).get(0));
    start.start(ProcedureKind.LIFE_MEETING_YEAR, "YL", YEAR, Map.of());
    identity.clearAuthentication();
  }

  private String department() {
    return organizations.superiorOrganizationDepartment("YL01").orElseThrow().code();
  }

  private List<Task> open() {
    return unrestricted.call(
        () -> tasks.createTaskQuery().orderByTaskCreateTime().asc().orderByTaskId().asc().list());
  }

  private boolean stillOpen(Task task) {
    return unrestricted.call(() -> tasks.createTaskQuery().taskId(task.getId()).count() > 0);
  }

  private void runDueJobs() {
    List<Job> due = management.createJobQuery().executable().list();
    while (!due.isEmpty()) {
      due.forEach(job -> management.executeJob(job.getId()));
      due = management.createJobQuery().executable().list();
    }
  }

  private ProcedureCase run(Task task) {
    String root =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult()
            .getRootProcessInstanceId();
    return cases.byProcessInstance(root).orElseThrow();
  }

  private boolean dueToday(Task task) {
    ProcedureCase run = run(task);
    Body body = bodies.get(run.organization());
    return body == null || body.willDo(task, run);
  }

  private void work(Task task) {
    ProcedureCase run = run(task);
    Body body = bodies.get(run.organization());
    String element = task.getTaskDefinitionKey();
    Map<String, Object> answers =
        element.equals("UserTask_HandleNotHeld")
            ? handling((String) runtime.getVariable(task.getExecutionId(), "body"))
            : body == null ? usual(element, null) : body.answer(element, run);
    try {
      rehearsal.work(
          run,
          task,
          new Rehearsal.Script(
              Map.of(element, answers),
              body == null ? Set.of() : body.awayNow(run),
              type -> "按要求办理的内容：" + type));
    } catch (RuntimeException refused) {
      throw new AssertionError(
          "%s, %s on %s: %s".formatted(run.businessKey(), element, today, refused.getMessage()),
          refused);
    }
  }

  /** Who did not begin is ordered to; who cannot begin for want of staff may meet later. */
  private static Map<String, Object> handling(String body) {
    return body.equals("YL08")
        ? Map.of(
            "handling", "ORDER",
            "handledDate", day(1, 31),
            "handlingReason", "请于一月底前召开民主生活会")
        : Map.of(
            "handling", "CONSENT",
            "handledDate", day(2, 15),
            "handlingReason", "办公室人员未到位，同意延期召开");
  }

  private Body body(String code) {
    return bodies.computeIfAbsent(code, Body::new);
  }

  private static Date day(int month, int dayOfMonth) {
    return Deadlines.startOf(LocalDate.of(month < 6 ? YEAR + 1 : YEAR, month, dayOfMonth));
  }

  /** What people answer where nothing else is said. */
  private static Map<String, Object> usual(String element, Body body) {
    return switch (element) {
      case "UserTask_DeployYear" ->
          Map.of(
              "themeSource", "SUPERIOR",
              "theme", "树立和践行正确政绩观",
              "windowMode", "RULE",
              "suggestedDate", day(12, 1),
              "requirements", "请各单位按照规定开好年度民主生活会。");
      case "UserTask_ResolveBlocked" -> Map.of("blockedDecision", "CONTINUE");
      case "UserTask_DecideTheme" -> Map.of("themeSource", "SUPERIOR", "theme", "深刻剖析巡察反馈的重要问题");
      // Only who meets after the window comes here: with the consent of the superior.
      case "UserTask_AdjustDate" ->
          Map.of("dateDecision", "EXCEPTION", "exceptionReason", "按照上级责令补开，召开时间在窗口期之后");
      case "UserTask_Review" -> Map.of("approvalResult", "APPROVED", "opinion", "同意");
      case "UserTask_ReviewRequest" -> Map.of("approvalResult", "APPROVED", "opinion", "同意");
      case "UserTask_ReceiveBySuperior", "UserTask_ReceiveByDiscipline" ->
          Map.of("receiptNumber", "收〔2026〕1号");
      case "UserTask_ReceiveByOrganization" ->
          Map.of("receiptNumber", "收〔2026〕2号", "repeatOrdered", "NO");
      case "UserTask_RequestLeave" ->
          Map.of("requestState", "SUBMITTED", "leaveReason", "ILLNESS", "leaveText", "住院治疗，不能到会");
      case "UserTask_RequestDateChange" ->
          Map.of(
              "requestState", "SUBMITTED",
              "proposedDate", day(1, 12),
              "changeReason", "年底承担防汛抢险任务");
      case "UserTask_ReportTrigger" ->
          Map.of(
              "requestState", "SUBMITTED",
              "specialTrigger", "INSPECTION",
              "triggerFacts", "巡察反馈指出重要问题");
      case "UserTask_DecideSpecial" ->
          Map.of(
              "specialDecision", "SEPARATE",
              "specialDate", day(12, 4),
              "specialReason", "问题重要，应当专门召开");
      case "UserTask_ReportChair" ->
          Map.of("requestState", "SUBMITTED", "chairStatus", "UNABLE", "chairSituation", "因病住院");
      case "UserTask_DesignateChair", "UserTask_DesignateSubstitute" ->
          Map.of("chair", body.memberOfRank(2), "chairReason", "由副职主持");
      default -> Map.of();
    };
  }

  private String outcome() {
    StringBuilder table = new StringBuilder();
    Stream.concat(
            cases.ofOrganizations(bodies.keySet()).stream(),
            cases.ofOrganizations(List.of("YL")).stream())
        .sorted(Comparator.comparing(ProcedureCase::businessKey))
        .forEach(
            run -> {
              table.append(run.businessKey()).append(' ').append(run.state()).append('\n');
              facts
                  .ofCase(run.caseId())
                  .forEach(fact -> table.append("  ").append(words(fact)).append('\n'));
              String urged = urgings(run);
              if (!urged.isEmpty()) {
                table.append("  also: ").append(urged).append('\n');
              }
            });
    return table.toString();
  }

  private static String words(Fact fact) {
    return "%s %s%s%s"
        .formatted(
            fact.type(),
            fact.day(),
            fact.figure() == null
                ? ""
                : " " + fact.figure() + (fact.of() == null ? "" : "/" + fact.of()),
            fact.kept() == null ? "" : fact.kept() ? " kept" : " not kept");
  }

  /** What somebody was urged to do or a superior was told; routine notices are left out. */
  private String urgings(ProcedureCase run) {
    Stream<String> leaves =
        this.leaves.of(run.caseId()).values().stream().map(leave -> "leave " + leave.decision());
    Stream<String> notices =
        jdbc
            .sql(
                "select event, count(distinct announcement_key) as often from notification_message"
                    + " where case_id = ? and event in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " group by event order by event")
            .params(
                run.caseId(),
                "plan-due",
                "approval-pending",
                "approval-returned",
                "report-due",
                "absence-without-leave",
                "meeting-moved",
                "chair-designated",
                "special-separate",
                "repeat-ordered",
                "year-not-held",
                "year-handled")
            .query((row, number) -> row.getString("event") + " " + row.getInt("often"))
            .list()
            .stream();
    return Stream.concat(leaves, notices).collect(Collectors.joining("; "));
  }

  /** How one body behaves. */
  private final class Body {

    private final String code;
    private final Map<String, LocalDate> notBefore = new HashMap<>();
    private final Map<String, List<Map<String, Object>>> firstAnswers = new HashMap<>();
    private final Map<Integer, Set<Integer>> away = new HashMap<>();
    private final Map<LocalDate, Map.Entry<String, Integer>> occasions = new HashMap<>();
    private final Map<String, Integer> visits = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private LocalDate meeting;
    private int reportAfter = 5;

    private Body(String code) {
      this.code = code;
    }

    Body meetsOn(int month, int dayOfMonth) {
      meeting = Deadlines.day(day(month, dayOfMonth));
      notBefore.put("UserTask_MakePlan", meeting.minusDays(15));
      return this;
    }

    Body plansOn(int month, int dayOfMonth) {
      return waits("UserTask_MakePlan", month, dayOfMonth);
    }

    Body waits(String element, int month, int dayOfMonth) {
      notBefore.put(element, Deadlines.day(day(month, dayOfMonth)));
      return this;
    }

    Body answers(String element, Map<String, Object> first) {
      firstAnswers.computeIfAbsent(element, e -> new ArrayList<>()).add(first);
      return this;
    }

    Body away(int attempt, Set<Integer> ranks) {
      away.put(attempt, ranks);
      return this;
    }

    Body reportsAfter(int days) {
      reportAfter = days;
      return this;
    }

    /** A person of this rank, or the office when the rank is 0, sets an action in motion. */
    Body does(LocalDate on, String message, int rank) {
      occasions.put(on, Map.entry(message, rank));
      return this;
    }

    void act() {
      Map.Entry<String, Integer> occasion = occasions.get(today);
      if (occasion != null && asked.add(occasion.getKey())) {
        String person =
            occasion.getValue() == 0
                ? organizations.holders(Role.OFFICE, code).get(0)
                : memberOfRank(occasion.getValue());
        actions.perform(annual().caseId(), occasion.getKey(), person);
      }
    }

    private ProcedureCase annual() {
      return cases.ofOrganizations(List.of(code)).stream()
          .filter(run -> !run.isSpecial())
          .findFirst()
          .orElseThrow();
    }

    String memberOfRank(int rank) {
      return organizations.leadingBody(code).get(rank - 1).personId();
    }

    boolean willDo(Task task, ProcedureCase run) {
      String element = task.getTaskDefinitionKey();
      if (run.isSpecial()) {
        return switch (element) {
          case "UserTask_ConfirmAttendance" -> today.equals(planned(run));
          case "UserTask_WriteObserverReport" -> held(run) != null;
          default -> true;
        };
      }
      LocalDate from = notBefore.get(element);
      if (from != null && today.isBefore(from)) {
        return false;
      }
      return switch (element) {
        case "UserTask_ConfirmAttendance" -> today.equals(planned(run));
        case "UserTask_WriteReport" -> !today.isBefore(held(run).plusDays(reportAfter));
        case "UserTask_WriteObserverReport" -> held(run) != null;
        default -> true;
      };
    }

    Map<String, Object> answer(String element, ProcedureCase run) {
      int visit = run.isSpecial() ? Integer.MAX_VALUE : visits.merge(element, 1, Integer::sum);
      List<Map<String, Object>> first = firstAnswers.getOrDefault(element, List.of());
      if (visit <= first.size()) {
        return first.get(visit - 1);
      }
      if (element.equals("UserTask_MakePlan")) {
        return Map.of(
            "meetingDate",
            visit == 1 ? Deadlines.startOf(meeting) : Deadlines.startOf(planned(run)));
      }
      return usual(element, this);
    }

    Set<Integer> awayNow(ProcedureCase run) {
      int attempt =
          1
              + (int)
                  facts.ofCase(run.caseId()).stream()
                      .filter(fact -> fact.type() == Fact.Type.QUORUM_MISSED)
                      .count();
      return run.isSpecial() ? Set.of() : away.getOrDefault(attempt, Set.of());
    }

    private LocalDate planned(ProcedureCase run) {
      return ((Date) runtime.getVariable(run.processInstanceId(), "meetingDate"))
          .toInstant()
          .atZone(ZONE)
          .toLocalDate();
    }

    private LocalDate held(ProcedureCase run) {
      return facts.ofCase(run.caseId()).stream()
          .filter(fact -> fact.type() == Fact.Type.HELD)
          .map(Fact::day)
          .max(Comparator.naturalOrder())
          .orElse(null);
    }
  }
}
