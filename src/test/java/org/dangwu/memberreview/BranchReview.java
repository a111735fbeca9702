package org.dangwu.memberreview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.BallotRound;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.RoundKind;
import org.dangwu.ballot.round.PollingStation;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseActions;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the people of the demo county's branch of 27 members go about its yearly review: one is
 * transferred in the middle, one is late, one must write anew, too many are proposed as excellent,
 * the superior returns one, one is found unqualified after verification and must improve within a
 * year.
 */
@Import(ReviewHand.class)
public class BranchReview {

  public static final String BRANCH = "YL0904";
  public static final String COMMITTEE = "YL09";
  public static final int YEAR = 2026;
  public static final LocalDate STARTED = LocalDate.of(YEAR, 11, 2);

  /** The campaign of the committee and the review of the branch. */
  public static final List<String> RUNS = List.of("RY-2026-YL09", "MR-2026-YL0904");

  private static final String NEWEST =
      " where r.case_id = ? and r.snapshot = (select max(n.snapshot) from memberreview_roster n"
          + " where n.case_id = r.case_id and n.person_id = r.person_id)";

  private final ProcedureStart start;
  private final ProcedureCases cases;
  private final CaseActions actions;
  private final Organizations organizations;
  private final People people;
  private final Ballots ballots;
  private final PollingStation station;
  private final ReviewHand hand;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final IdentityService identity;
  private final Unrestricted unrestricted;
  private final JdbcClient jdbc;
  private final Clock clock;

  private final List<String> diary = new ArrayList<>();
  private final Map<String, Integer> visits = new HashMap<>();
  private final Set<String> tried = new HashSet<>();

  BranchReview(
      ProcedureStart start,
      ProcedureCases cases,
      CaseActions actions,
      Organizations organizations,
      People people,
      Ballots ballots,
      PollingStation station,
      ReviewHand hand,
      TaskService tasks,
      RuntimeService runtime,
      IdentityService identity,
      Unrestricted unrestricted,
      JdbcClient jdbc,
      Clock clock) {
    this.start = start;
    this.cases = cases;
    this.actions = actions;
    this.organizations = organizations;
    this.people = people;
    this.ballots = ballots;
    this.station = station;
    this.hand = hand;
    this.tasks = tasks;
    this.runtime = runtime;
    this.identity = identity;
    this.unrestricted = unrestricted;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The office of the committee begins the year for all its branches. */
  public void start() {
    hand.as(organizations.holders(Role.OFFICE, COMMITTEE).get(0));
    start.start(ProcedureKind.MEMBER_REVIEW_YEAR, COMMITTEE, YEAR, Map.of());
    identity.clearAuthentication();
  }

  /** The open tasks of campaign and branch, oldest first. */
  public List<Task> open() {
    return unrestricted.call(
        () ->
            RUNS.stream()
                .flatMap(
                    run ->
                        tasks
                            .createTaskQuery()
                            .processInstanceBusinessKey(run)
                            .orderByTaskCreateTime()
                            .asc()
                            .orderByTaskId()
                            .asc()
                            .list()
                            .stream())
                .toList());
  }

  public boolean isOpen(Task task) {
    return unrestricted.call(() -> tasks.createTaskQuery().taskId(task.getId()).count() > 0);
  }

  /** Number of the branch's process instances that have not ended. */
  public long running() {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(RUNS.get(1)).count();
  }

  /** Who will do the task. */
  public String performer(Task task) {
    return hand.performer(task);
  }

  /**
   * Does a task as the person whose turn it is.
   *
   * @return whether anything was done today
   */
  public boolean work(Task task) {
    String element = task.getTaskDefinitionKey();
    try {
      return does(task, element);
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

  private boolean does(Task task, String element) throws Exception {
    String who = hand.performer(task);
    LocalDate today = LocalDate.now(clock);
    switch (element) {
      case "UserTask_DeployReviewYear" -> {
        hand.writes(task, who, "");
        hand.completes(
            task,
            who,
            Map.of(
                "reviewEndDate", day(LocalDate.of(YEAR + 1, 1, 31)),
                "suggestedDate", day(LocalDate.of(YEAR, 12, 10)),
                "combined", "NO",
                "massesWay", "FORUM",
                "leadersExcluded", "NO",
                "requirements", "请各支部按照规定开展民主评议。"));
      }
      case "UserTask_ResolveBlockedBranches" ->
          hand.completes(task, who, Map.of("blockedDecision", "CONTINUE"));
      case "UserTask_HandleOverdue" -> {
        // the other branches of the committee are none of this story
        return false;
      }
      case "UserTask_MakeReviewPlan" -> {
        hand.fills(task, who, "/member-review/task/{}/plan", plan());
        hand.completes(task, who, Map.of());
      }
      case "UserTask_Study" -> {
        snapshot("roster");
        hand.writes(task, who, "");
        hand.completes(task, who, Map.of());
      }
      case "UserTask_WriteSummary", "UserTask_WriteLateSummary" -> {
        // one has to be reminded
        if (who.equals(member(12)) && today.isBefore(LocalDate.of(YEAR, 11, 16))) {
          return false;
        }
        hand.writes(task, who, formal(who) ? "合格" : "");
        hand.completes(task, who, Map.of());
      }
      case "UserTask_CheckSummary", "UserTask_CheckLateSummary" -> {
        String about = fact(task, "member");
        String other =
            organizations.holders(Role.COMMITTEE, BRANCH).stream()
                .filter(id -> !id.equals(about))
                .findFirst()
                .orElseThrow();
        boolean back = about.equals(member(13)) && tried.add("returned summary");
        hand.completes(
            task,
            other,
            back
                ? Map.of(
                    "summaryResult", "RETURN",
                    "newSummaryDate", day(today.plusDays(3)),
                    "checkOpinion", "问题写得不够具体，请补充")
                : Map.of("summaryResult", "ACCEPT"));
      }
      case "UserTask_HandleMissingSummary" ->
          hand.completes(
              task,
              who,
              Map.of("missingDecision", "REMIND", "newSummaryDate", day(today.plusDays(4))));
      case "UserTask_HoldPeerReview" -> {
        if (today.isBefore(LocalDate.of(YEAR, 11, 18))) {
          return false;
        }
        transferOneAway();
        String group = fact(task, "memberGroup");
        Map<String, Object> form = new LinkedHashMap<>();
        for (String id : inGroup(group)) {
          form.put("present-" + id, "on");
          form.put("presented-" + id, "on");
          form.put("said-" + id, "工作踏实，学习还要抓紧。");
        }
        if (inGroup(group).contains(member(11))) {
          form.put("talk-" + member(11), "on");
        }
        hand.fills(task, who, "/member-review/task/{}/peer", form);
        hand.completes(task, who, Map.of());
      }
      case "UserTask_PrivateTalk", "UserTask_MassesForum" -> {
        hand.writes(task, who, "");
        hand.completes(task, who, Map.of());
      }
      case "UserTask_RecordRosterChange" -> {
        hand.fills(
            task,
            who,
            "/member-review/task/{}/roster",
            Map.of(
                "kind",
                "TRANSFERRED",
                "person",
                member(22),
                "effectiveOn",
                today,
                "reference",
                "组织关系介绍信第18号回执"));
        hand.completes(task, who, Map.of("requestState", "SUBMITTED"));
      }
      case "UserTask_PrepareBallot" -> {
        snapshot("roster");
        hand.fills(
            task,
            who,
            "/member-review/task/{}/ballots",
            Map.of(
                "dueOn", today.plusDays(2),
                "recorder", member(0),
                "teller", organizations.holders(Role.OFFICE, COMMITTEE).subList(0, 2),
                "committeeReview", "on",
                "scope", "MEMBERS"));
        hand.completes(task, who, Map.of());
      }
      case BallotProcess.Tasks.CAST -> vote(task, who);
      case BallotProcess.Tasks.CLOSE -> {
        return false;
      }
      case BallotProcess.Tasks.CONFIRM -> {
        ballots.sign(fact(task, BallotProcess.ROUND), who, true, "");
        hand.completes(task, who, Map.of());
      }
      case "UserTask_ConveneCommittee" -> {
        // at first too few of the committee come
        int present = tried.add("committee") ? 2 : 4;
        hand.completes(task, who, Map.of("committeeMembers", 5, "committeePresent", present));
        diary.add("%s committee %d of 5".formatted(today, present));
      }
      case "UserTask_Analyse" -> analyse(task, who);
      case "UserTask_DecideQuota" -> {
        diary.add(
            "%s quota exceeded: %s of %s"
                .formatted(today, fact(task, "excellentCount"), fact(task, "formalCount")));
        hand.completes(task, who, Map.of("quotaDecision", "REDUCE"));
      }
      case "UserTask_HoldAssembly" -> {
        if (today.isBefore(LocalDate.of(YEAR, 12, 10))) {
          return false;
        }
        assembly(task, who);
      }
      case "UserTask_ApproveItems" -> approve(task, who);
      case "UserTask_AcknowledgeResult" -> {
        boolean objects = who.equals(member(14));
        hand.fills(
            task,
            who,
            "/member-review/task/{}/result",
            objects
                ? Map.of("answer", "OBJECT", "statement", "我今年带队抗洪，希望予以考虑")
                : Map.of("answer", "ACKNOWLEDGE"));
        hand.completes(task, who, Map.of());
      }
      case "UserTask_HearObjection" -> {
        hand.fills(
            task,
            who,
            "/member-review/task/{}/objection",
            Map.of("record", "已当面听取本人意见", "opinion", "建议维持"));
        hand.completes(task, who, Map.of());
      }
      case "UserTask_DecideObjection" -> {
        hand.fills(
            task,
            who,
            "/member-review/task/{}/objection",
            Map.of("choice", "KEEP", "decision", "维持支部的评定意见"));
        hand.completes(task, who, Map.of());
        diary.add(today + " objection heard, grade kept");
      }
      case "UserTask_Praise" -> {
        hand.fills(
            task,
            who,
            "/member-review/task/{}/praise",
            Map.of("manner", "NOTICE", "wording", "在基层治理中表现突出", "title", "优秀共产党员"));
        hand.completes(task, who, Map.of());
      }
      case "UserTask_HelpPlan" -> {
        hand.fills(
            task,
            who,
            "/member-review/task/{}/help",
            Map.of(
                "gap",
                "参加学习不够",
                "measures",
                "结对帮助，每月谈心一次",
                "helpers",
                people.name(member(1)),
                "dueOn",
                today.plusMonths(3)));
        hand.completes(task, who, Map.of());
      }
      case "UserTask_CheckHelp" -> {
        hand.fills(
            task,
            who,
            "/member-review/task/{}/help",
            Map.of("progress", "学习态度明显转变", "outcome", "DONE"));
        hand.completes(task, who, Map.of());
        diary.add(today + " help ended");
      }
      default -> {
        return hand.sheet(task, who, today);
      }
    }
    return true;
  }

  /** What the committee of the branch fills in for its plan. */
  public Map<String, Object> plan() {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("studyFrom", STARTED);
    form.put("studyTo", LocalDate.of(YEAR, 11, 6));
    form.put("summaryDue", LocalDate.of(YEAR, 11, 13));
    form.put("peerOn", LocalDate.of(YEAR, 11, 18));
    form.put("assemblyOn", LocalDate.of(YEAR, 12, 10));
    form.put("combined", "NO");
    form.put("massesWay", "FORUM");
    form.put("committeeReview", "YES");
    form.put("group-name-1", "第一党小组");
    form.put("group-leader-1", member(5));
    form.put("group-name-2", "第二党小组");
    form.put("group-leader-2", member(6));
    for (int i = 0; i < members().size(); i++) {
      form.put("member-" + member(i), i % 2 == 1 ? "1" : "2");
    }
    return form;
  }

  /** His relation is received elsewhere while the groups meet. */
  private void transferOneAway() {
    if (tried.add("transfer")) {
      actions.perform(
          caseId(), "RosterCorrection", organizations.holders(Role.SECRETARY, BRANCH).get(0));
    }
  }

  private void vote(Task task, String voter) {
    String round = fact(task, BallotProcess.ROUND);
    BallotRound found = ballots.find(round).orElseThrow();
    Map<String, String> sheet = new LinkedHashMap<>();
    hand.objects(round).stream()
        .filter(object -> !object.equals(voter))
        .forEach(
            object ->
                sheet.put(
                    object,
                    found.kind() == RoundKind.MEMBERS_ON_MEMBERS ? opinionOn(object) : "GOOD"));
    hand.as(voter);
    try {
      station.cast(round, voter, sheet);
    } finally {
      identity.clearAuthentication();
    }
  }

  private String opinionOn(String object) {
    int number = members().indexOf(object);
    return number >= 1 && number <= 9
        ? "EXCELLENT"
        : number == 10 ? "BASIC" : number == 11 ? "UNQUALIFIED" : "QUALIFIED";
  }

  /** First one is verified, then nine are proposed, then eight; later the one that came back. */
  private void analyse(Task task, String who) throws Exception {
    LocalDate today = LocalDate.now(clock);
    hand.opens(task, who, "/member-review/task/{}/analysis");
    Map<String, String> items = items("OPEN", "RETURNED", "PROPOSED", "PENDING");
    int sitting = visits.merge("analysis", 1, Integer::sum);
    for (Map.Entry<String, String> item : items.entrySet()) {
      String person = item.getValue();
      Map<String, Object> form = new LinkedHashMap<>();
      form.put("dues", "PAID");
      form.put("life", "REGULAR");
      form.put("handling", "GRADE");
      form.put("button", "stay");
      if (person.equals(member(11)) && sitting == 1) {
        form.put("handling", "VERIFY");
        form.put("matter", "反映其不做党组织分配的工作");
        form.put("indicator", List.of("NO_WORK"));
      } else {
        String grade = opinionOn(person);
        if (person.equals(member(9)) && sitting > 2 || person.equals(member(8)) && sitting > 3) {
          grade = "QUALIFIED";
        }
        form.put("grade", grade);
        form.put("reason", "综合评议情况和日常表现研究");
      }
      hand.fills(task, who, "/member-review/task/{}/analysis/" + item.getKey(), form);
    }
    hand.fills(
        task,
        who,
        "/member-review/task/{}/analysis",
        Map.of("heldOn", today, "overview", "全体党员评议情况良好", "encouragement", "再接再厉"));
    hand.completes(task, who, Map.of());
    diary.add("%s committee sits on %d".formatted(today, items.size()));
  }

  private void assembly(Task task, String who) throws Exception {
    LocalDate today = LocalDate.now(clock);
    int due =
        ((Number) figure("select count(*) from memberreview_roster r" + NEWEST + " and can_vote"))
            .intValue();
    List<String> away = List.of(member(20), member(21));
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("heldOn", today);
    form.put("present", due - away.size());
    form.put("absent", away);
    form.put("chair", member(0));
    form.put("manner", "WHOLE");
    form.put("discussion", "与会党员逐人讨论了支委会的初步意见");
    form.put("approve", due - away.size() - 2);
    form.put("against", 1);
    form.put("abstain", 1);
    hand.fills(task, who, "/member-review/task/{}/assembly", form);
    hand.completes(task, who, Map.of());
    diary.add(
        "%s assembly %d of %d, %d in favour"
            .formatted(today, due - away.size(), due, due - away.size() - 2));
  }

  private void approve(Task task, String who) throws Exception {
    hand.fills(task, who, "/member-review/task/{}/approval", answers());
    hand.completes(task, who, Map.of());
  }

  /** How the superior answers what is before him: at first one comes back. */
  public Map<String, Object> answers() {
    Map<String, Object> form = new LinkedHashMap<>();
    boolean first = tried.add("approval");
    Map<String, String> due = items("CARRIED");
    due.values().retainAll(proposedForApproval());
    for (Map.Entry<String, String> item : due.entrySet()) {
      boolean back = first && item.getValue().equals(member(8));
      form.put("answer-" + item.getKey(), back ? "RETURN" : "APPROVE");
      if (back) {
        form.put("reason-" + item.getKey(), "事迹不够突出，请支部重新研究");
      }
    }
    diary.add(
        "%s superior answers %d".formatted(LocalDate.now(clock), form.size() - (first ? 1 : 0)));
    return form;
  }

  private List<String> proposedForApproval() {
    return jdbc.sql(
            "select person_id from memberreview_item where case_id = ? and proposed in"
                + " ('EXCELLENT', 'UNQUALIFIED')")
        .param(caseId())
        .query(String.class)
        .list();
  }

  private Object figure(String sql) {
    return jdbc.sql(sql).param(caseId()).query(Long.class).single();
  }

  private void snapshot(String title) {
    LocalDate today = LocalDate.now(clock);
    diary.add(
        "%s %s: %s members, formal %s, vote %s, rate %s, graded %s"
            .formatted(
                today,
                title,
                figure("select count(*) from memberreview_roster r" + NEWEST),
                figure(
                    "select count(*) from memberreview_roster r" + NEWEST + " and counts_in_base"),
                figure("select count(*) from memberreview_roster r" + NEWEST + " and can_vote"),
                figure("select count(*) from memberreview_roster r" + NEWEST + " and can_rate"),
                figure("select count(*) from memberreview_roster r" + NEWEST + " and gets_grade")));
  }

  private Map<String, String> items(String... states) {
    Map<String, String> items = new LinkedHashMap<>();
    jdbc.sql(
            "select item_id, person_id from memberreview_item where case_id = :case and state in"
                + " (:states) order by sort_order")
        .param("case", caseId())
        .param("states", List.of(states))
        .query((row, n) -> items.put(row.getString(1), row.getString(2)))
        .list();
    return items;
  }

  private List<String> inGroup(String group) {
    return jdbc.sql(
            "select person_id from memberreview_group_member where case_id = ? and group_name = ?")
        .params(caseId(), group)
        .query(String.class)
        .list();
  }

  /** The 23 formal members of the branch in the order of the roster, then those of other kinds. */
  private List<String> members() {
    return people.membersOf(BRANCH).stream().map(Person::id).sorted().toList();
  }

  private String caseId() {
    return cases.of(ProcedureKind.MEMBER_REVIEW, BRANCH, YEAR).get(0).caseId();
  }

  /** What is on record. */
  public String outcome() {
    StringBuilder table = new StringBuilder();
    diary.forEach(line -> table.append(line).append('\n'));
    cases
        .of(ProcedureKind.MEMBER_REVIEW, BRANCH, YEAR)
        .forEach(
            run -> table.append(run.businessKey()).append(' ').append(run.state()).append('\n'));
    jdbc.sql(
            "select final_grade, state, count(*) from memberreview_item where case_id = ? group by"
                + " final_grade, state order by final_grade, state")
        .param(caseId())
        .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getInt(3))
        .list()
        .forEach(line -> table.append(line).append('\n'));
    for (int number : List.of(8, 9, 10, 11, 14, 22)) {
      table
          .append("member ")
          .append(number)
          .append(' ')
          .append(
              jdbc.sql(
                      "select coalesce(final_grade, '-') from memberreview_item where case_id = ?"
                          + " and person_id = ?")
                  .params(caseId(), member(number))
                  .query(String.class)
                  .optional()
                  .orElse("none"))
          .append('\n');
    }
    table
        .append("archive packages ")
        .append(figure("select count(*) from archive_package where case_id = ?"))
        .append('\n');
    jdbc.sql("select state, conclusion from verification_case where case_id = ?")
        .param(caseId())
        .query((row, n) -> "verification " + row.getString(1) + " " + row.getString(2))
        .list()
        .forEach(line -> table.append(line).append('\n'));
    jdbc.sql("select state, measure, correct_until, closed_on from disposal_case where case_id = ?")
        .param(caseId())
        .query(
            (row, n) ->
                "disposal %s %s until %s, closed %s"
                    .formatted(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .list()
        .forEach(line -> table.append(line).append('\n'));
    jdbc.sql(
            "select target, count(*) from personnel_file where case_id = ? group by target order by"
                + " target")
        .param(caseId())
        .query(
            (row, n) ->
                "entered in personal files: %s %d".formatted(row.getString(1), row.getInt(2)))
        .list()
        .forEach(line -> table.append(line).append('\n'));
    return table.toString();
  }

  /** A member by his place in the roster, from 0. */
  public String member(int number) {
    return members().get(number);
  }

  private boolean formal(String person) {
    return people.find(person).orElseThrow().membership().isFormal();
  }

  public String fact(Task task, String name) {
    return String.valueOf(runtime.getVariable(task.getExecutionId(), name));
  }

  private static String day(LocalDate day) {
    return day.toString();
  }
}
