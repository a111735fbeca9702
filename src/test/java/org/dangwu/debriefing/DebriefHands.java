package org.dangwu.debriefing;

import static org.dangwu.debriefing.DebriefHand.paper;
import static org.dangwu.debriefing.DebriefHand.said;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.rectification.ListHand;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.RunHand;
import org.springframework.context.ApplicationContext;

/**
 * Lets the people of a committee and the secretaries below it do a whole debriefing as they would
 * in Tasklist: each signed in as himself, on the pages and forms of the model, through the same
 * guards.
 */
public final class DebriefHands {

  /** What the run leaves open when all else is done: secretaries put things right for months. */
  private static final Set<String> RECTIFICATION =
      Set.of("UserTask_Rectify", "UserTask_Verify", "UserTask_Help");

  private final DebriefHand hand;
  private final RuntimeService runtime;
  private final Organizations organizations;
  private final DebriefEntries entries;
  private final DebriefPlans plans;
  private final DebriefCommittees committees;
  private final ListHand lists;
  private final ProcedureCase run;
  private final RunHand running;
  private final AdjustableClock clock;
  private final Script script;
  private final Set<String> once = new HashSet<>();
  private final Map<String, SecretaryGrade> grades = new LinkedHashMap<>();
  private int drafts;

  public DebriefHands(ApplicationContext application, String caseId, Script script) {
    this.hand = new DebriefHand(application);
    this.runtime = application.getBean(RuntimeService.class);
    this.organizations = application.getBean(Organizations.class);
    this.entries = application.getBean(DebriefEntries.class);
    this.plans = application.getBean(DebriefPlans.class);
    this.committees = application.getBean(DebriefCommittees.class);
    this.lists = application.getBean(ListHand.class);
    this.clock = application.getBean(AdjustableClock.class);
    this.run = application.getBean(ProcedureCases.class).find(caseId).orElseThrow();
    this.running = new RunHand(application, run.businessKey());
    this.script = script;
  }

  /** What people decide where the usual course leaves a choice. */
  public static class Script {

    /** Changes fields of the usual plan. */
    public void plan(Map<String, Object> form) {
      // nothing is special
    }

    /** Whether he gives his account in the session; else he writes. */
    public boolean onSite(DebriefEntry entry) {
      return true;
    }

    /** Whose report is returned once. */
    public boolean returns(DebriefEntry entry) {
      return false;
    }

    /** Who does not come to the first session. */
    public boolean absent(String person) {
      return false;
    }

    /** Whether an absent secretary reports in the next session; else he writes. */
    public boolean comesLater(DebriefEntry entry) {
      return true;
    }

    /** How a voter rates him. */
    public SecretaryGrade vote(String voter, String secretary) {
      return SecretaryGrade.FAIRLY_GOOD;
    }

    /**
     * Which grade the organisers propose.
     *
     * @param time 0 for the first draft, then 1 and so on
     */
    public SecretaryGrade proposal(DebriefEntry entry, int time) {
      return entry.order() == 0 ? SecretaryGrade.GOOD : SecretaryGrade.FAIRLY_GOOD;
    }

    /** Whether somebody leaves a task undone for the time being. */
    public boolean leaves(Task task) {
      return false;
    }
  }

  /** Works until nothing is open any more but what takes months or what the script leaves. */
  public List<String> play(String... until) throws Exception {
    Set<String> stops = Set.of(until);
    return running.play(
        this::work,
        task ->
            stops.contains(task.getTaskDefinitionKey())
                || RECTIFICATION.contains(task.getTaskDefinitionKey())
                || script.leaves(task));
  }

  /** What an organiser asks for by a button of the run, filled in on its page. */
  public void asks(String message, String element, String page, Map<String, ?> form)
      throws Exception {
    String organizer = organizer();
    runtime
        .createMessageCorrelation(message)
        .processInstanceId(running.root())
        .setVariableToTriggeredScope("requestedBy", organizer)
        .correlate();
    Task task =
        running.open().stream()
            .filter(one -> one.getTaskDefinitionKey().equals(element))
            .findFirst()
            .orElseThrow();
    if (page != null) {
      hand.page(task, organizer, page, form);
    }
    finish(task, organizer, Map.of("requestState", "SUBMITTED"));
    running.runJobs();
  }

  private String organizer() {
    return organizations.holders(Role.OFFICE, run.organization()).get(0);
  }

  /** Lets timers go off. */
  public void fire(String... timers) {
    running.fire(timers);
  }

  public List<Task> open() {
    return running.open();
  }

  public DebriefHand hand() {
    return hand;
  }

  private void work(Task task) throws Exception {
    String person = hand.performer(task);
    if (prepared(task, person) || stepOfSession(task, person) || outcome(task, person)) {
      return;
    }
    switch (task.getTaskDefinitionKey()) {
      case "UserTask_CastBallot" -> {
        String round = (String) running.fact(task, "ballotRound");
        Map<String, SecretaryGrade> grades = new HashMap<>();
        hand.objects(round).forEach(one -> grades.put(one, script.vote(person, one)));
        hand.vote(task, person, round, grades);
        finish(task, person, Map.of());
      }
      case "UserTask_ConfirmCount" -> {
        String round = (String) running.fact(task, "ballotRound");
        hand.sends(task, person, "/ballot/" + round + "/sign", Map.of("verdict", "AGREE"));
        finish(task, person, Map.of());
      }
      default -> finish(task, person, Map.of());
    }
  }

  /** Plan, reports and field checks. */
  private boolean prepared(Task task, String person) throws Exception {
    switch (task.getTaskDefinitionKey()) {
      case Tasks.MAKE_PLAN -> {
        hand.page(task, person, "plan", plan());
        finish(task, person, Map.of());
      }
      case Tasks.DECIDE_MODE_CHANGE ->
          finish(task, person, Map.of("modeDecision", "AGREE", "modeOpinion", said("同意书面述职")));
      case Tasks.APPROVE_PLAN -> finish(task, person, Map.of("planDecision", "APPROVE"));
      case Tasks.WRITE_REPORT -> {
        hand.writes(
            task,
            person,
            paper(
                "duties",
                "achievements",
                "problems",
                "causes",
                "previousRectification",
                "nextPlan"));
        finish(task, person, Map.of());
      }
      case Tasks.REVIEW_REPORT -> {
        DebriefEntry entry = entry(task);
        if (script.returns(entry) && once.add("returned " + entry.entryId())) {
          hand.writes(task, person, paper("opinion"));
          finish(task, person, Map.of("reportDecision", "RETURN"));
        } else {
          finish(task, person, Map.of("reportDecision", "PASS"));
        }
      }
      case Tasks.HANDLE_MISSING_REPORT ->
          finish(
              task,
              person,
              once.add("extended " + entry(task).entryId())
                  ? Map.of("missingReportDecision", "EXTEND", "extendedDate", day(today()))
                  : Map.of(
                      "missingReportDecision", "MISSING", "missingReason", said("两次催交，因病没有提交")));
      case Tasks.FIELD_CHECK -> {
        String check = (String) running.fact(task, DebriefingProcess.FIELD_CHECK_ID);
        List<String> seen =
            plans.of(run.caseId()).orElseThrow().team(check).orElseThrow().entryIds();
        hand.fieldCheck(task, person, seen, today());
        finish(task, person, Map.of());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean stepOfSession(Task task, String person) throws Exception {
    switch (task.getTaskDefinitionKey()) {
      case Tasks.RECORD_ATTENDANCE -> {
        waitFor(task);
        boolean first = once.add("session");
        hand.attendance(task, person, today(), one -> first && script.absent(one));
        finish(task, person, Map.of());
      }
      case Tasks.DECIDE_ABSENT -> {
        String html = hand.opens(task, person, DebriefHand.PAGES + "absent");
        Map<String, Object> form = new LinkedHashMap<>();
        for (String id : DebriefHand.named(html, "decision-")) {
          boolean later = script.comesLater(entries.find(id).orElseThrow());
          form.put("decision-" + id, later ? "NEXT_SESSION" : "WRITTEN");
          form.put("reason-" + id, said("因公出差，不能到会"));
        }
        form.put("nextDate", today().plusDays(3));
        hand.page(task, person, "absent", form);
        finish(task, person, Map.of());
      }
      case Tasks.RECORD_COMMENT -> {
        comment(task, person, entry(task).entryId());
        finish(task, person, Map.of());
      }
      case Tasks.RECORD_COLLECTIVE_COMMENTS, Tasks.COMMENT_WRITTEN -> {
        boolean written = task.getTaskDefinitionKey().equals(Tasks.COMMENT_WRITTEN);
        for (DebriefEntry entry : entries.active(run.caseId())) {
          if (entry.onSite() != written) {
            comment(task, person, entry.entryId());
          }
        }
        finish(task, person, Map.of());
      }
      case Tasks.PREPARE_RATING -> {
        hand.rating(task, person, today(), one -> !one.isEmpty());
        finish(task, person, Map.of());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void comment(Task task, String person, String entry) throws Exception {
    hand.comment(task, person, entry, "抓党建责任传导不到底");
  }

  private boolean outcome(Task task, String person) throws Exception {
    switch (task.getTaskDefinitionKey()) {
      case Tasks.DRAFT_OPINIONS -> {
        int time = drafts++;
        for (DebriefEntry entry : entries.graded(run.caseId())) {
          SecretaryGrade grade = script.proposal(entry, time);
          grades.put(entry.entryId(), grade);
          hand.opinion(task, person, entry.entryId(), grade);
        }
        finish(task, person, Map.of());
      }
      case Tasks.STUDY_GRADES -> {
        waitFor(task);
        hand.study(
            task,
            person,
            today(),
            committees.secretary(run.organization()).orElseThrow().personId(),
            committees.members(run.organization()).size(),
            grades);
        finish(task, person, Map.of());
      }
      case Tasks.RECORD_FEEDBACK ->
          finish(
              task,
              person,
              Map.of("debriefFeedback", "TOLD", "feedbackFacts", said("当面告知，本人没有意见")));
      case Tasks.ACKNOWLEDGE_RESULT -> {
        hand.page(task, person, "result", Map.of("statement", said("接受组织的评价")));
        finish(task, person, Map.of());
      }
      case Tasks.LIST_RECTIFICATION -> {
        String entry = entry(task).entryId();
        lists.one(entry, run.caseId(), said("责任传导不到底"), today().plusDays(60), person);
        finish(task, person, Map.of());
      }
      case Tasks.REVIEW_LIST -> {
        lists.pass(task.getId(), entry(task).entryId(), person);
        finish(task, person, Map.of());
      }
      case Tasks.DECIDE_MEASURES -> {
        hand.fills(
            task,
            person,
            "/worksheet/task/{}",
            Map.of("measures", "TALK", "reason", said("责任落实不力，需要约谈")));
        finish(task, person, Map.of());
      }
      case Tasks.LOW_GRADE_TALK -> {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("on", today());
        form.put("place", "工委会议室");
        form.put("talker", person);
        form.put("problems", said("责任落实不力"));
        form.put("demands", said("限期改进"));
        form.put("reply", said("接受，认真整改"));
        hand.fills(task, person, "/worksheet/task/{}", form);
        finish(task, person, Map.of());
      }
      case Tasks.DRAFT_NOTICE -> {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("text", said("本年度述职评议考核已经完成。"));
        form.put("organization", List.of(run.organization()));
        hand.page(task, person, "notice", form);
        finish(task, person, Map.of());
      }
      case Tasks.APPROVE_NOTICE -> finish(task, person, Map.of("noticeDecision", "APPROVE"));
      case Tasks.PREPARE_REPORTS -> {
        hand.sends(task, person, DebriefHand.PAGES + "reports/adopt", Map.of());
        finish(task, person, Map.of());
      }
      case Tasks.REPORT_UP, Tasks.RECEIVE_REPORT_UP, Tasks.RECORD_REPORT_RECEIPT -> {
        hand.writes(task, person, paper("text", "note"));
        finish(task, person, Map.of());
      }
      case Tasks.CONFIRM_PERSONNEL_FILES -> {
        hand.personnelFiles(task, person, today());
        finish(task, person, Map.of());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void finish(Task task, String person, Map<String, Object> answers) {
    if (running.isOpen(task)) {
      hand.completes(task, person, answers);
    }
  }

  private DebriefEntry entry(Task task) {
    return entries.find((String) running.fact(task, DebriefingProcess.ENTRY_ID)).orElseThrow();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Two teams; the leading body and the secretaries themselves vote. */
  private Map<String, Object> plan() {
    List<DebriefEntry> all = entries.active(run.caseId());
    List<String> members =
        committees.members(run.organization()).stream()
            .map(DebriefCommittees.Member::personId)
            .toList();
    LocalDate today = today();
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("reportDue", today.plusDays(20));
    form.put("fieldDue", today.plusDays(25));
    form.put("sessionOn", today.plusDays(30));
    form.put("studyOn", today.plusDays(40));
    form.put("reportUpDue", today.plusDays(60));
    form.put("place", "机关会议室");
    form.put("commentMode", CommentMode.ONE_BY_ONE.name());
    form.put("rateWritten", "YES");
    form.put("maxGood", 40);
    form.put("keys", said("落实党建工作责任制"));
    form.put("criterion-DUTY", "on");
    form.put("class-weight-LEADERS", 60);
    form.put("class-names-LEADERS", String.join("、", members));
    form.put("class-sheets-LEADERS", 0);
    form.put("class-weight-PEERS", 40);
    form.put("team-leader-1", members.get(1));
    form.put("team-leader-2", members.get(2));
    for (DebriefEntry entry : all) {
      boolean onSite = script.onSite(entry);
      form.put("mode-" + entry.entryId(), onSite ? "ONSITE" : "WRITTEN");
      form.put("reason-" + entry.entryId(), onSite ? "" : said("承担专项任务，不能到会"));
      form.put("team-" + entry.entryId(), 1 + all.indexOf(entry) % 2);
      form.put("authority-" + entry.entryId(), ManagementAuthority.OWN.name());
    }
    script.plan(form);
    return form;
  }

  private Date day(LocalDate day) {
    return Date.from(day.atStartOfDay(clock.getZone()).toInstant());
  }

  /** The day on which a step is due, when it has not come yet. */
  private void waitFor(Task task) {
    if (task.getDueDate() != null) {
      LocalDate due = LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone());
      if (due.isAfter(today())) {
        clock.setTo(due);
      }
    }
  }
}
