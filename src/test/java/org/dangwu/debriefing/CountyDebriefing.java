package org.dangwu.debriefing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.Turnout;
import org.dangwu.ballot.round.PollingStation;
import org.dangwu.debriefing.DebriefingProcess.Messages;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.LeadingMember;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseActions;
import org.dangwu.procedure.Parameters;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.rectification.ListHand;
import org.dangwu.testing.TaskHand;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the demo county lets its 34 secretaries give their account: one report comes back, one town
 * reports in writing by exception, one secretary is absent and speaks a week later, one is replaced
 * in the middle, there are too many good grades at first, the first study lacks its quorum, and one
 * low grade is talked about.
 */
@Import({TaskHand.class, ListHand.class})
public class CountyDebriefing {

  public static final String COUNTY = "YL";
  public static final int YEAR = 2026;
  public static final String RUN = "DB-2026-YL";
  public static final LocalDate STARTED = LocalDate.of(YEAR, 12, 1);
  public static final LocalDate REPLACEMENT = LocalDate.of(YEAR, 12, 8);
  public static final LocalDate SESSION = LocalDate.of(YEAR, 12, 22);
  public static final LocalDate NEXT_SESSION = LocalDate.of(YEAR, 12, 29);
  public static final LocalDate STUDY = LocalDate.of(YEAR + 1, 1, 8);
  public static final LocalDate NEXT_STUDY = LocalDate.of(YEAR + 1, 1, 12);

  /** No more than 10 of 34. */
  public static final int MOST_GOOD_PERCENT = 30;

  // units whose secretaries fare otherwise than usual
  public static final String RETURNED = "YLX02";
  public static final String ABSENT = "YLX03";
  public static final String EXCEPTION = "YLX05";
  public static final String REPLACED = "YLQ02";
  public static final String LOW = "YLB07";

  /** Whom the field team goes to see. */
  private static final List<String> SEEN = List.of(RETURNED, ABSENT, LOW);

  private static final Map<String, Integer> WEIGHTS =
      Map.of("LEADERS", 40, "DEPARTMENTS", 30, "GRASSROOTS", 20, "PEERS", 10);
  private static final Map<String, Integer> POINTS =
      Map.of("GOOD", 100, "FAIRLY_GOOD", 80, "FAIR", 60, "POOR", 40);
  private static final Map<String, String> LABELS =
      Map.of("GOOD", "好", "FAIRLY_GOOD", "较好", "FAIR", "一般", "POOR", "差", "ABSTAIN", "弃权");
  private static final int SHEETS = 6;

  private final ProcedureStart start;
  private final ProcedureCases cases;
  private final CaseActions actions;
  private final Parameters parameters;
  private final Organizations organizations;
  private final People people;
  private final DebriefEntries entries;
  private final DebriefResults results;
  private final Ballots ballots;
  private final PollingStation station;
  private final TaskHand hand;
  private final ListHand lists;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final IdentityService identity;
  private final Unrestricted unrestricted;
  private final JdbcClient jdbc;
  private final Clock clock;

  private final List<String> diary = new ArrayList<>();
  private final Set<String> tried = new HashSet<>();

  /** What the voters wrote, kept beside the box: object → class → grade → sheets. */
  private final Map<String, Map<String, Map<String, Integer>>> cast = new LinkedHashMap<>();

  CountyDebriefing(
      ProcedureStart start,
      ProcedureCases cases,
      CaseActions actions,
      Parameters parameters,
      Organizations organizations,
      People people,
      DebriefEntries entries,
      DebriefResults results,
      Ballots ballots,
      PollingStation station,
      TaskHand hand,
      ListHand lists,
      TaskService tasks,
      RuntimeService runtime,
      IdentityService identity,
      Unrestricted unrestricted,
      JdbcClient jdbc,
      Clock clock) {
    this.start = start;
    this.cases = cases;
    this.actions = actions;
    this.parameters = parameters;
    this.organizations = organizations;
    this.people = people;
    this.entries = entries;
    this.results = results;
    this.ballots = ballots;
    this.station = station;
    this.hand = hand;
    this.lists = lists;
    this.tasks = tasks;
    this.runtime = runtime;
    this.identity = identity;
    this.unrestricted = unrestricted;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The county lays down the share of good grades, which nobody else does. */
  public void setsTheShare() {
    parameters.set("debrief.maxGoodPercent", COUNTY, YEAR, MOST_GOOD_PERCENT, clerk());
  }

  /** The organisation department begins. */
  public void start() {
    hand.as(clerk());
    start.start(ProcedureKind.DEBRIEFING, COUNTY, YEAR, Map.of());
    identity.clearAuthentication();
  }

  /** The open tasks of the run and of what it calls, oldest first. */
  public List<Task> open() {
    return unrestricted.call(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(RUN)
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc()
                .list());
  }

  public boolean isOpen(Task task) {
    return unrestricted.call(() -> tasks.createTaskQuery().taskId(task.getId()).count() > 0);
  }

  /** Whether the file is closed; what secretaries put right may take until the next year. */
  public boolean filed() {
    return jdbc.sql("select count(*) from archive_package where case_id = ?")
            .param(caseId())
            .query(Long.class)
            .single()
        > 0;
  }

  public String performer(Task task) {
    return hand.performer(task);
  }

  public String fact(Task task, String name) {
    return String.valueOf(runtime.getVariable(task.getExecutionId(), name));
  }

  public String caseId() {
    return cases.of(ProcedureKind.DEBRIEFING, COUNTY, YEAR).get(0).caseId();
  }

  /** Who reports for the unit now. */
  public DebriefEntry entry(String unit) {
    return entries.active(caseId()).stream()
        .filter(entry -> entry.organization().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  public String clerk() {
    return organizations.holders(Role.STAFF, "YLZZB").get(0);
  }

  /**
   * Does a task as the person whose turn it is.
   *
   * @return whether anything was done today
   */
  public boolean work(Task task) {
    String element = task.getTaskDefinitionKey();
    try {
      return does(task, element, hand.performer(task), LocalDate.now(clock));
    } catch (Exception | AssertionError refused) {
      throw new AssertionError(
          "%s of %s on %s: %s\n%s"
              .formatted(
                  element,
                  task.getAssignee(),
                  LocalDate.now(clock),
                  refused.getMessage(),
                  String.join("\n", diary)),
          refused);
    }
  }

  private boolean does(Task task, String element, String who, LocalDate today) throws Exception {
    switch (element) {
      case Tasks.MAKE_PLAN -> {
        hand.fills(task, who, "/debriefing/task/{}/plan", plan());
        hand.completes(task, who, Map.of());
      }
      case Tasks.APPROVE_PLAN -> hand.completes(task, who, Map.of("planDecision", "APPROVE"));
      case Tasks.WRITE_REPORT -> {
        hand.writes(task, who, report(fact(task, "organizationName")));
        hand.completes(task, who, Map.of());
      }
      case Tasks.REVIEW_REPORT -> reviewReport(task, who, today);
      case Tasks.FIELD_CHECK -> fieldCheck(task, who, today);
      case Tasks.RECORD_ATTENDANCE -> {
        return attendance(task, who, today);
      }
      case Tasks.DECIDE_ABSENT -> {
        hand.fills(
            task,
            who,
            "/debriefing/task/{}/absent",
            Map.of(
                "decision-" + entry(ABSENT).entryId(),
                "NEXT_SESSION",
                "reason-" + entry(ABSENT).entryId(),
                "在外参加防汛抢险",
                "nextDate",
                NEXT_SESSION));
        hand.completes(task, who, Map.of());
        diary.add("%s absent: %s speaks on %s".formatted(today, ABSENT, NEXT_SESSION));
      }
      case Tasks.HOLD_DEBRIEF -> hand.completes(task, who, Map.of());
      case Tasks.RECORD_COMMENT -> {
        comments(task, who, fact(task, "entryId"));
        hand.completes(task, who, Map.of());
      }
      case Tasks.COMMENT_WRITTEN -> {
        for (DebriefEntry entry : entries.active(caseId())) {
          if (!entry.onSite()) {
            comments(task, who, entry.entryId());
          }
        }
        hand.completes(task, who, Map.of());
      }
      case Tasks.PREPARE_RATING -> {
        hand.fills(task, who, "/debriefing/task/{}/rating", rating(task, who, today));
        hand.completes(task, who, Map.of());
      }
      case BallotProcess.Tasks.CAST -> vote(task, who);
      case BallotProcess.Tasks.CLOSE -> {
        return close(task, who);
      }
      case BallotProcess.Tasks.CONFIRM -> {
        ballots.sign(fact(task, BallotProcess.ROUND), who, true, "");
        hand.completes(task, who, Map.of());
      }
      case Tasks.DRAFT_OPINIONS -> opinions(task, who, today);
      case Tasks.STUDY_GRADES -> {
        return study(task, who, today);
      }
      case Tasks.POSTPONE_STUDY -> {
        hand.completes(
            task, who, Map.of("studyDate", NEXT_STUDY.toString(), "postponeReason", "到会成员不足半数"));
        diary.add("%s study postponed to %s".formatted(today, NEXT_STUDY));
      }
      default -> {
        return afterwards(task, element, who, today);
      }
    }
    return true;
  }

  private boolean afterwards(Task task, String element, String who, LocalDate today)
      throws Exception {
    switch (element) {
      case Tasks.ACKNOWLEDGE_RESULT -> {
        hand.fills(
            task,
            who,
            "/debriefing/task/{}/result",
            Map.of("statement", who.equals(entry(LOW).personId()) ? "接受评价，认真整改。" : ""));
        hand.completes(task, who, Map.of());
      }
      case Tasks.LIST_RECTIFICATION -> {
        lists.one(fact(task, "entryId"), caseId(), "推动基层治理的办法不多", today.plusMonths(5), who);
        hand.completes(task, who, Map.of());
      }
      case Tasks.REVIEW_LIST -> {
        lists.pass(task.getId(), fact(task, "entryId"), who);
        hand.completes(task, who, Map.of());
      }
      case Tasks.DECIDE_MEASURES -> {
        hand.fills(
            task,
            who,
            "/worksheet/task/{}",
            Map.of("measures", List.of("TALK"), "reason", "群众反映的问题长期没有解决"));
        hand.completes(task, who, Map.of());
        diary.add(today + " a talk is decided");
      }
      case Tasks.LOW_GRADE_TALK -> {
        hand.fills(
            task,
            who,
            "/worksheet/task/{}",
            Map.of(
                "on",
                today,
                "place",
                "县委办公楼",
                "talker",
                "县委书记",
                "problems",
                "群众反映的问题长期没有解决",
                "demands",
                "三个月内解决",
                "reply",
                "接受批评"));
        hand.completes(task, who, Map.of());
      }
      case Tasks.DRAFT_NOTICE -> notice(task, who);
      case Tasks.APPROVE_NOTICE -> hand.completes(task, who, Map.of("noticeDecision", "APPROVE"));
      case Tasks.PREPARE_REPORTS -> {
        hand.sends(task, who, "/debriefing/task/{}/reports/adopt", Map.of());
        hand.sends(
            task,
            who,
            "/debriefing/task/{}/reports/remarks-until",
            Map.of("remarksUntil", today.plusDays(7)));
        hand.completes(task, who, Map.of());
      }
      case Tasks.HANDLE_REMARKS -> hand.completes(task, who, Map.of());
      case Tasks.REPORT_UP, Tasks.RECORD_REPORT_RECEIPT, Tasks.RECEIVE_REPORT_UP -> {
        hand.writes(task, who, Map.of("text", "全县34名党组织书记述职评议考核工作已经完成。"));
        hand.completes(task, who, Map.of());
      }
      case Tasks.CONFIRM_PERSONNEL_FILES -> {
        files(task, who, today);
        hand.completes(task, who, Map.of());
      }
      case Tasks.RECORD_REPLACEMENT -> {
        hand.fills(task, who, "/debriefing/task/{}/replacement", replacement(today));
        hand.completes(task, who, Map.of("requestState", "SUBMITTED"));
        diary.add("%s replaced: %s".formatted(today, REPLACED));
      }
      case "UserTask_Rectify" -> {
        return false;
      }
      default -> throw new IllegalStateException("Nobody said how to do " + element);
    }
    return true;
  }

  /** What the organisation department fills in for its plan. */
  public Map<String, Object> plan() {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("reportDue", SESSION.minusDays(10));
    form.put("fieldDue", SESSION.minusDays(5));
    form.put("sessionOn", SESSION);
    form.put("studyOn", STUDY);
    form.put("reportUpDue", STUDY.plusDays(30));
    form.put("place", "县会议中心");
    form.put("commentMode", "ONE_BY_ONE");
    form.put("mode-" + entry(EXCEPTION).entryId(), "WRITTEN");
    form.put("reason-" + entry(EXCEPTION).entryId(), "参加脱产培训，会议期间不在本地");
    form.put("keys", "抓党建促乡村振兴\n整治基层形式主义为基层减负");
    for (String criterion : List.of("DUTY", "ORGANIZATION", "FUNCTION", "PROBLEMS", "REPORT")) {
      form.put("criterion-" + criterion, "on");
    }
    WEIGHTS.forEach((code, weight) -> form.put("class-weight-" + code, weight));
    form.put("class-names-LEADERS", names(leaders()));
    form.put("class-names-DEPARTMENTS", names(departments()));
    form.put("class-sheets-GRASSROOTS", SHEETS);
    form.put("rateWritten", "YES");
    form.put("maxGood", MOST_GOOD_PERCENT);
    form.put("weight-session", 40);
    form.put("weight-field", 30);
    form.put("weight-daily", 30);
    form.put("team-leader-1", names(List.of(leaders().get(2))));
    SEEN.forEach(unit -> form.put("team-" + entry(unit).entryId(), "1"));
    form.put("remark", "其他单位结合平时调研掌握，不重复考核。");
    return form;
  }

  private String names(List<String> persons) {
    return persons.stream()
        .map(person -> people.name(person) + "（" + person + "）")
        .collect(Collectors.joining("、"));
  }

  private List<String> leaders() {
    return organizations.leadingBody(COUNTY).stream().map(LeadingMember::personId).toList();
  }

  /** The head of the office follows, which the roster shows before the department records it. */
  private void somebodyElseBecomesSecretary() {
    String successor = organizations.holders(Role.OFFICE, REPLACED).get(0);
    jdbc.sql(
            "insert into organization_position (id, person_id, organization, role, title,"
                + " position_rank, term_from, granted) values (?, ?, ?, 'SECRETARY', '党委书记', 1, ?,"
                + " false)")
        .params(UUID.randomUUID().toString(), successor, REPLACED, REPLACEMENT)
        .update();
    actions.perform(caseId(), Messages.SECRETARY_REPLACED, clerk());
  }

  private Map<String, Object> replacement(LocalDate today) {
    return Map.of(
        "entry",
        entry(REPLACED).entryId(),
        "successor",
        organizations.holders(Role.OFFICE, REPLACED).get(0),
        "successorMode",
        "ONSITE",
        "effectiveOn",
        today,
        "gradedParty",
        "SUCCESSOR",
        "predecessorGoesOn",
        "NO",
        "reason",
        "工作调动，全年工作由继任者一并述职");
  }

  /** Whether the opinions came back because too many were good. */
  public boolean cameBack() {
    return tried.contains("opinions");
  }

  /** Somebody at the browser returned the report. */
  public void returnsTheReport() {
    tried.add("returned report");
    diary.add("%s report of %s returned".formatted(LocalDate.now(clock), RETURNED));
  }

  /** Somebody at the browser recorded who came. */
  public void sessionWasHeld() {
    tried.add("first session");
    diary.add("%s session, absent 1".formatted(LocalDate.now(clock)));
  }

  /** What a secretary writes. */
  public static Map<String, String> report(String unit) {
    return Map.of(
        "duties", unit + "党组织全年专题研究基层党建六次，书记包联三个后进支部。",
        "achievements", "三个后进支部全部转化，党群服务中心实现周末开放。",
        "problems", "本人到村社区调研不够深入，解决流动党员管理难题的办法不多。",
        "causes", "抓落实的韧劲不足，对新情况研究不够。",
        "previousRectification", "上年三项整改事项已完成两项，一项按计划推进。",
        "nextPlan", "每季度到每个支部调研一次，年内建成流动党员联络站。");
  }

  /** One report comes back once. */
  private void reviewReport(Task task, String who, LocalDate today) {
    boolean back = fact(task, "organization").equals(RETURNED) && tried.add("returned report");
    if (back) {
      hand.writes(task, who, Map.of("opinion", "存在问题写得不具体，请摆出事例。"));
      hand.completes(
          task,
          who,
          Map.of("reportDecision", "RETURN", "newReportDate", today.plusDays(3).toString()));
      diary.add("%s report of %s returned".formatted(today, RETURNED));
    } else {
      hand.completes(task, who, Map.of("reportDecision", "PASS"));
    }
  }

  private void fieldCheck(Task task, String who, LocalDate today) throws Exception {
    String list = hand.opens(task, who, "/debriefing/task/{}/field-check");
    Set<String> seen =
        Pattern.compile("[?&]entry=([0-9a-f-]{36})")
            .matcher(list)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String entry : seen) {
      Map<String, Object> form = new LinkedHashMap<>();
      form.put("entry", entry);
      form.put("checkedOn", today);
      form.put("method", List.of("ON_SITE", "VISIT_MASSES"));
      form.put("places", "党群服务中心和两个村民小组");
      form.put("peopleMet", "党员6人、群众11人");
      form.put("facts", "服务窗口周末有人值班，群众知道找谁办事。");
      form.put("problems", "两个村民小组的道路照明反映了半年没有解决。");
      form.put("impression", "FAIRLY_GOOD");
      hand.fills(task, who, "/debriefing/task/{}/field-check", form);
    }
    hand.completes(task, who, Map.of());
    diary.add("%s team saw %d".formatted(today, seen.size()));
  }

  private boolean attendance(Task task, String who, LocalDate today) throws Exception {
    boolean first = !tried.contains("first session");
    if (!today.isBefore(REPLACEMENT) && tried.add("replacement")) {
      somebodyElseBecomesSecretary();
      return true;
    }
    if (today.isBefore(first ? SESSION : NEXT_SESSION)) {
      return false;
    }
    String page = hand.opens(task, who, "/debriefing/task/{}/attendance");
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("heldOn", today);
    form.put("startedAt", "09:00");
    int absent = 0;
    for (String person : named(page, "presence-")) {
      boolean away = first && person.equals(entry(ABSENT).personId());
      form.put("presence-" + person, away ? "ABSENT" : "PRESENT");
      if (away) {
        form.put("reason-" + person, "在外参加防汛抢险");
        absent++;
      }
    }
    hand.fills(task, who, "/debriefing/task/{}/attendance", form);
    hand.completes(task, who, Map.of());
    tried.add("first session");
    diary.add("%s session, absent %d".formatted(today, absent));
    return true;
  }

  private void comments(Task task, String who, String entryId) throws Exception {
    hand.fills(
        task,
        who,
        "/debriefing/task/{}/session",
        Map.of(
            "entry",
            entryId,
            "run",
            task.getProcessInstanceId(),
            "problems-secretary",
            "到一线解决问题不够经常\n流动党员管理办法不多",
            "direction-secretary",
            "把功夫下在解决群众的具体困难上"));
  }

  /** The tellers are clerks of the department: neither debriefers nor the recorder. */
  private Map<String, Object> rating(Task task, String who, LocalDate today) throws Exception {
    String page = hand.opens(task, who, "/debriefing/task/{}/rating");
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("dueOn", today.plusDays(1));
    form.put("teller", organizations.holders(Role.STAFF, "YLZZB").subList(0, 2));
    for (String code : named(page, "sheets-")) {
      form.put("sheets-" + code, code.equals("GRASSROOTS") ? SHEETS : 0);
    }
    return form;
  }

  /**
   * What the voter of this task writes on his sheet, for somebody at the browser: name → grade as
   * it is read.
   */
  public Map<String, String> sheet(Task task) {
    String voter = hand.performer(task);
    Map<String, String> words = new LinkedHashMap<>();
    sheet(fact(task, BallotProcess.ROUND), voter, classOf(voter))
        .forEach((object, grade) -> words.put(people.name(object), LABELS.get(grade)));
    return words;
  }

  private void vote(Task task, String voter) {
    String round = fact(task, BallotProcess.ROUND);
    hand.as(voter);
    try {
      station.cast(round, voter, sheet(round, voter, classOf(voter)));
    } finally {
      identity.clearAuthentication();
    }
  }

  /** Sheets for people without an account are given out by the chief teller, then all is in. */
  private boolean close(Task task, String who) {
    String round = fact(task, BallotProcess.ROUND);
    if (tried.add("sheets " + round)) {
      List<String> tokens = ballots.issueSheets(round, "GRASSROOTS", SHEETS, who);
      for (int i = 0; i < tokens.size(); i++) {
        station.castByToken(tokens.get(i), sheet(round, "guest-" + i, "GRASSROOTS"));
      }
    }
    Turnout turnout = ballots.turnout(round);
    if (turnout.collected() < turnout.issued()) {
      return false;
    }
    hand.completes(task, who, Map.of());
    diary.add(
        "%s %d sheets out, %d in"
            .formatted(LocalDate.now(clock), turnout.issued(), turnout.collected()));
    return true;
  }

  private Map<String, String> sheet(String round, String voter, String voterClass) {
    Map<String, String> sheet = new LinkedHashMap<>();
    for (String object : objects(round)) {
      if (!object.equals(voter)) {
        String grade = opinion(object, voter);
        sheet.put(object, grade);
        cast.computeIfAbsent(object, id -> new TreeMap<>())
            .computeIfAbsent(voterClass, id -> new TreeMap<>())
            .merge(grade, 1, Integer::sum);
      }
    }
    return sheet;
  }

  /** Different for each voter and each object, the same in every run; as the grades will be. */
  private String opinion(String object, String voter) {
    int draw = Math.floorMod((object + "/" + voter).hashCode(), 20);
    int[] up =
        switch (grade(of(object), false)) {
          case "GOOD" -> new int[] {13, 18, 19, 19};
          case "FAIR" -> new int[] {2, 7, 16, 19};
          default -> new int[] {7, 16, 19, 19};
        };
    return draw < up[0]
        ? "GOOD"
        : draw < up[1] ? "FAIRLY_GOOD" : draw < up[2] ? "FAIR" : draw < up[3] ? "POOR" : "ABSTAIN";
  }

  private DebriefEntry of(String person) {
    return entries.graded(caseId()).stream()
        .filter(entry -> entry.personId().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private String classOf(String voter) {
    return leaders().contains(voter)
        ? "LEADERS"
        : departments().contains(voter) ? "DEPARTMENTS" : "PEERS";
  }

  /** Heads of departments: the second of six leading bodies. */
  private List<String> departments() {
    return List.of("YL01", "YL02", "YL03", "YL04", "YL05", "YL06").stream()
        .map(body -> organizations.leadingBody(body).get(1).personId())
        .toList();
  }

  private List<String> objects(String round) {
    return jdbc.sql("select object_id from ballot_object where round_id = ?")
        .param(round)
        .query(String.class)
        .list();
  }

  private void opinions(Task task, String who, LocalDate today) throws Exception {
    boolean first = tried.add("opinions");
    List<DebriefEntry> graded = entries.graded(caseId());
    int good = 0;
    for (DebriefEntry entry : graded) {
      String grade = grade(entry, first);
      good += grade.equals("GOOD") ? 1 : 0;
      Map<String, Object> form = new LinkedHashMap<>();
      form.put("daily", "平时了解：工作扎实，群众认可。");
      form.put("fieldGrade", grade);
      form.put("dailyGrade", grade);
      form.put("achievements", "后进支部转化见到实效。");
      form.put("problems", "到一线解决问题不够经常。");
      form.put("grade", grade);
      form.put("reason", "综合会议评议、实地考核和平时了解研究提出。");
      form.put("button", "stay");
      hand.fills(task, who, "/debriefing/task/{}/opinions/" + entry.entryId(), form);
    }
    hand.completes(task, who, Map.of());
    diary.add("%s opinions on %d, good %d".formatted(today, graded.size(), good));
  }

  /** At first eleven are good, which is one too many. */
  private String grade(DebriefEntry entry, boolean first) {
    if (entry.organization().equals(LOW)) {
      return "FAIR";
    }
    int place = entries.graded(caseId()).indexOf(entry);
    return place < (first ? 11 : 10) ? "GOOD" : "FAIRLY_GOOD";
  }

  /** Four of nine are no quorum; days later eight of nine decide. */
  private boolean study(Task task, String who, LocalDate today) throws Exception {
    boolean first = !tried.contains("study");
    if (today.isBefore(first ? STUDY : NEXT_STUDY)) {
      return false;
    }
    records(task, who, today, first);
    hand.completes(task, who, Map.of());
    tried.add("study");
    return true;
  }

  /** Fills in the study that decides; somebody at the browser completes it. */
  public void study(Task task) {
    filled(() -> records(task, hand.performer(task), LocalDate.now(clock), false));
  }

  private void records(Task task, String who, LocalDate today, boolean first) throws Exception {
    hand.opens(task, who, "/debriefing/task/{}/study");
    List<String> members = leaders();
    List<String> away = first ? members.subList(4, members.size()) : List.of(members.get(8));
    int present = members.size() - away.size();
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("heldOn", today);
    form.put("chair", members.get(0));
    form.put("discussion", "逐人研究了组织部门提出的综合评价意见和等次。");
    form.put("absent", away);
    if (!first) {
      form.put("hostLast", "yes");
      form.put("approve", present - 1);
      form.put("against", 1);
      form.put("abstain", 0);
      for (DebriefEntry entry : entries.graded(caseId())) {
        form.put("grade-" + entry.entryId(), grade(entry, false));
      }
    }
    hand.fills(task, who, "/debriefing/task/{}/study", form);
    diary.add("%s study %d of %d".formatted(today, present, members.size()));
  }

  private static void filled(Filling filling) {
    try {
      filling.run();
    } catch (Exception refused) {
      throw new IllegalStateException(refused);
    }
  }

  private interface Filling {
    void run() throws Exception;
  }

  private void notice(Task task, String who) throws Exception {
    String page = hand.opens(task, who, "/debriefing/task/{}/notice");
    hand.fills(
        task,
        who,
        "/debriefing/task/{}/notice",
        Map.of(
            "text",
            "全县党组织书记述职评议考核已经完成，总体情况良好。",
            "organization",
            Pattern.compile("name=\"organization\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList()));
    hand.completes(task, who, Map.of());
  }

  /** Fills in who received the opinions; somebody at the browser completes it. */
  public void personnelFiles(Task task) {
    filled(() -> files(task, hand.performer(task), LocalDate.now(clock)));
  }

  private void files(Task task, String who, LocalDate today) throws Exception {
    String page = hand.opens(task, who, "/debriefing/task/{}/personnel-files");
    Map<String, Object> form = new LinkedHashMap<>();
    List<String> rows = named(page, "day-");
    for (int i = 0; i < rows.size(); i++) {
      form.put("day-" + rows.get(i), today);
      form.put("number-" + rows.get(i), "组档收〔2027〕%d号".formatted(i + 1));
      form.put("receiver-" + rows.get(i), "干部档案室");
    }
    hand.fills(task, who, "/debriefing/task/{}/personnel-files", form);
    diary.add("%s receipts %d".formatted(today, rows.size()));
  }

  /** What the names of fields go on with after a beginning, each once, in their order. */
  private static List<String> named(String page, String beginning) {
    return Pattern.compile("name=\"" + beginning + "([^\"]+)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  /** All sheets on one person: grade → number. */
  public Map<String, Integer> votesOn(String person) {
    Map<String, Integer> all = new TreeMap<>();
    cast.getOrDefault(person, Map.of())
        .values()
        .forEach(
            ofClass -> ofClass.forEach((grade, number) -> all.merge(grade, number, Integer::sum)));
    return all;
  }

  /** Weighted points in hundredths, reckoned from the sheets as they were written. */
  public int indexOf(String person) {
    BigDecimal sum = BigDecimal.ZERO;
    int weights = 0;
    for (Map.Entry<String, Map<String, Integer>> ofClass : cast.get(person).entrySet()) {
      int points = 0;
      int sheets = 0;
      for (Map.Entry<String, Integer> vote : ofClass.getValue().entrySet()) {
        Integer worth = POINTS.get(vote.getKey());
        if (worth != null) {
          points += worth * vote.getValue();
          sheets += vote.getValue();
        }
      }
      if (sheets > 0) {
        int weight = WEIGHTS.get(ofClass.getKey());
        weights += weight;
        sum =
            sum.add(
                BigDecimal.valueOf((long) points * weight)
                    .divide(BigDecimal.valueOf(sheets), 20, RoundingMode.HALF_UP));
      }
    }
    return sum.multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(weights), 0, RoundingMode.HALF_UP)
        .intValueExact();
  }

  public Set<String> rated() {
    return cast.keySet();
  }

  /** What is on record. */
  public String outcome() {
    StringBuilder table = new StringBuilder();
    diary.forEach(line -> table.append(line).append('\n'));
    cases
        .of(ProcedureKind.DEBRIEFING, COUNTY, YEAR)
        .forEach(
            run -> table.append(run.businessKey()).append(' ').append(run.state()).append('\n'));
    counted(table, "entries", "select entry_mode, entry_state, count(*) from debrief_entry");
    counted(table, "shares", "select stage, status, count(*) from debriefing_distribution");
    counted(table, "studies", "select outcome, count(*) from debriefing_study");
    counted(table, "published", "select document_type, count(*) from publication");
    counted(table, "filed", "select target, count(*) from personnel_file");
    counted(table, "to be put right", "select state, count(*) from rectification_item");
    counted(table, "packages", "select count(*) from archive_package");
    new TreeMap<>(
            results.of(caseId()).stream()
                .collect(Collectors.groupingBy(DebriefResult::grade, Collectors.counting())))
        .forEach((grade, number) -> table.append("%s %d\n".formatted(grade, number)));
    for (String unit : List.of(RETURNED, ABSENT, EXCEPTION, LOW)) {
      DebriefEntry entry = entry(unit);
      table.append(
          "%s %s, %s\n"
              .formatted(unit, entry.mode(), results.find(entry.entryId()).orElseThrow().grade()));
    }
    return table.toString();
  }

  /** One line for each group that the columns before the count make. */
  private void counted(StringBuilder table, String title, String select) {
    String columns = select.substring("select ".length(), select.indexOf("count(*)")).strip();
    String groups = columns.isEmpty() ? "" : columns.substring(0, columns.length() - 1);
    String end = groups.isEmpty() ? "" : " group by " + groups + " order by " + groups;
    jdbc.sql(select + " where case_id = ?" + end)
        .param(caseId())
        .query(
            (row, n) -> {
              StringBuilder line = new StringBuilder(title);
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                line.append(' ').append(row.getString(i));
              }
              return line.append('\n').toString();
            })
        .list()
        .forEach(table::append);
  }
}
