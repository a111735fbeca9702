package org.dangwu.memberreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.ballot.Ballots;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.testing.AdjustableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Lets the people of a branch and of its grass-roots committee do their tasks as they would in
 * Tasklist: each signed in as himself, on the pages and forms of the model, through the same
 * guards.
 */
class ReviewHands {

  private static final Pattern REFUSED = Pattern.compile("notice-error\"[^>]*>([^<]+)<");

  /** The committee may still change the grade. */
  private static final Set<String> OPEN_STATES = Set.of("OPEN", "PROPOSED", "PENDING", "RETURNED");

  /** What is answered in forms where the script says nothing else. */
  private static final Map<String, Map<String, Object>> USUAL_ANSWERS =
      Map.of(
          MemberReviewProcess.Tasks.CHECK_SUMMARY,
          Map.of("summaryResult", "ACCEPT"),
          MemberReviewProcess.Tasks.CONVENE_COMMITTEE,
          Map.of("committeeMembers", 3, "committeePresent", 3));

  private final MockMvc web;
  private final TaskService tasks;
  private final FormService forms;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final IdentityService identity;
  private final Organizations organizations;
  private final TaskModels models;
  private final Dossiers dossiers;
  private final DocumentCatalogue catalogue;
  private final ReviewRosters rosters;
  private final Ballots ballots;
  private final JdbcClient jdbc;
  private final Unrestricted unrestricted;
  private final AdjustableClock clock;

  ReviewHands(
      MockMvc web,
      TaskService tasks,
      FormService forms,
      RuntimeService runtime,
      ManagementService management,
      IdentityService identity,
      Organizations organizations,
      TaskModels models,
      Dossiers dossiers,
      DocumentCatalogue catalogue,
      ReviewRosters rosters,
      Ballots ballots,
      JdbcClient jdbc,
      Unrestricted unrestricted,
      AdjustableClock clock) {
    this.web = web;
    this.tasks = tasks;
    this.forms = forms;
    this.runtime = runtime;
    this.management = management;
    this.identity = identity;
    this.organizations = organizations;
    this.models = models;
    this.dossiers = dossiers;
    this.catalogue = catalogue;
    this.rosters = rosters;
    this.ballots = ballots;
    this.jdbc = jdbc;
    this.unrestricted = unrestricted;
    this.clock = clock;
  }

  /** What people decide where the usual course leaves a choice. */
  static class Script {
    static final String MARKER = "独有标记词";

    /** What the plan says besides the usual. */
    Map<String, Object> plan() {
      return Map.of();
    }

    ReviewGrade grade(RosterMember member) {
      return ReviewGrade.QUALIFIED;
    }

    /** What is answered in the form of a task. */
    Map<String, Object> answer(TaskView task) {
      return USUAL_ANSWERS.getOrDefault(task.elementId(), Map.of());
    }

    /** What the superior says to an item: APPROVE or RETURN. */
    String approval(String person) {
      return "APPROVE";
    }

    /** What a member says to his result: ACKNOWLEDGE or OBJECT. */
    String response(String person) {
      return "ACKNOWLEDGE";
    }

    /** Whether somebody leaves a task undone for the time being. */
    boolean leaves(Task task) {
      return false;
    }
  }

  /** Works until nothing is open any more, or only what waits at these elements. */
  List<String> play(ProcedureCase run, Script script, Set<String> until) throws Exception {
    List<String> done = new ArrayList<>();
    for (int round = 0; round < 60; round++) {
      runJobs(run);
      List<Task> open = open(run);
      if (open.stream().allMatch(task -> left(task, script, until))) {
        return done;
      }
      for (Task task : open) {
        if (!left(task, script, until) && isOpen(task) && !tooEarly(task, open)) {
          work(run, task, script);
          done.add(task.getTaskDefinitionKey());
        }
      }
    }
    throw new IllegalStateException("The run does not come to an end: " + done);
  }

  private static boolean left(Task task, Script script, Set<String> until) {
    return until.contains(task.getTaskDefinitionKey()) || script.leaves(task);
  }

  /** The teller closes the vote only when nobody is to vote any more. */
  private static boolean tooEarly(Task task, List<Task> open) {
    return task.getTaskDefinitionKey().equals("UserTask_CloseVoting")
        && open.stream()
            .anyMatch(other -> other.getTaskDefinitionKey().equals("UserTask_CastBallot"));
  }

  List<Task> open(ProcedureCase run) {
    return unrestricted.call(
        () -> tasks.createTaskQuery().processInstanceBusinessKey(run.businessKey()).list());
  }

  private boolean isOpen(Task task) {
    return unrestricted.call(() -> tasks.createTaskQuery().taskId(task.getId()).count() > 0);
  }

  /** Acts as a person: his groups and tenants are those that his positions give him. */
  void as(String person) {
    List<String> groups =
        organizations.positionsOf(person).stream()
            .map(position -> position.role().group(position.organization()))
            .toList();
    List<String> tenants =
        unrestricted.call(
            () ->
                identity.createTenantQuery().userMember(person).list().stream()
                    .map(tenant -> tenant.getId())
                    .toList());
    identity.setAuthentication(person, groups, tenants);
  }

  /** Who would do the task: its assignee, or somebody who holds one of its roles. */
  String performer(Task task) {
    if (task.getAssignee() != null) {
      return task.getAssignee();
    }
    Object about = unrestricted.call(() -> tasks.getVariable(task.getId(), "member"));
    return unrestricted.call(() -> tasks.getIdentityLinksForTask(task.getId())).stream()
        .map(IdentityLink::getGroupId)
        .map(group -> group.split("-", 2))
        .flatMap(role -> organizations.holders(Role.ofId(role[0]).orElseThrow(), role[1]).stream())
        // nobody decides about himself while there is somebody else
        .filter(person -> !person.equals(about))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody can do " + task.getName()));
  }

  private void work(ProcedureCase run, Task task, Script script) throws Exception {
    String person = performer(task);
    as(person);
    try {
      if (task.getAssignee() == null) {
        tasks.claim(task.getId(), person);
      }
      TaskView view = models.find(task.getId()).orElseThrow();
      page(run, view, person, script);
      as(person);
      if (!isOpen(task)) {
        // what the page sent has done it
        return;
      }
      if (view.property("page") == null && view.property("dossier.write") != null) {
        write(run, view, person, script);
      }
      forms.submitTaskForm(task.getId(), script.answer(view));
    } finally {
      identity.clearAuthentication();
    }
  }

  private void write(ProcedureCase run, TaskView view, String person, Script script) {
    String about =
        view.property("dossier.subject") == null ? "" : view.fact(view.property("dossier.subject"));
    for (String type : view.property("dossier.write").split(",")) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (DocumentSection section : catalogue.sections(type)) {
        texts.put(
            section.key(),
            switch (section.kind()) {
              case TEXT, LINE -> Script.MARKER + "：" + section.label();
              case DATE -> LocalDate.now(clock).toString();
              case NUMBER -> "1";
            });
      }
      if (type.equals("summary")) {
        boolean formal = rosters.find(run.caseId(), about).map(RosterMember::formal).orElseThrow();
        texts.put("selfGrade", formal ? ReviewGrade.QUALIFIED.label() : "");
      }
      boolean perPerson = catalogue.find(type).orElseThrow().perPerson();
      dossiers.write(new DocumentKey(run.caseId(), type, perPerson ? about : ""), texts, person);
    }
  }

  // ------------------------------------------------------------------ pages

  private void page(ProcedureCase run, TaskView view, String person, Script script)
      throws Exception {
    String base = "/member-review/task/" + view.taskId();
    switch (view.elementId()) {
      case MemberReviewProcess.Tasks.MAKE_PLAN -> save(base + "/plan", person, plan(run, script));
      case MemberReviewProcess.Tasks.HOLD_PEER_REVIEW ->
          save(base + "/peer", person, peers(run, view, script));
      case MemberReviewProcess.Tasks.PREPARE_BALLOT ->
          save(base + "/ballots", person, arrangement(run, person));
      case MemberReviewProcess.Tasks.ANALYSE -> analyse(run, base, person, script);
      case MemberReviewProcess.Tasks.HOLD_ASSEMBLY ->
          save(base + "/assembly", person, assembly(run, person, script));
      case MemberReviewProcess.Tasks.APPROVE_ITEMS ->
          save(base + "/approval", person, approvals(run, script));
      case MemberReviewProcess.Tasks.ACKNOWLEDGE_RESULT ->
          save(
              base + "/result",
              person,
              Map.of("answer", script.response(person), "statement", Script.MARKER + "异议"));
      case MemberReviewProcess.Tasks.HEAR_OBJECTION ->
          save(
              base + "/objection",
              person,
              Map.of("record", Script.MARKER + "陈述", "opinion", Script.MARKER + "意见"));
      case MemberReviewProcess.Tasks.DECIDE_OBJECTION ->
          save(
              base + "/objection",
              person,
              Map.of("choice", "CHANGE", "decision", Script.MARKER + "理由"));
      case MemberReviewProcess.Tasks.PRAISE ->
          save(
              base + "/praise",
              person,
              Map.of("manner", "WRITTEN", "wording", Script.MARKER + "表扬"));
      case MemberReviewProcess.Tasks.HELP_PLAN ->
          save(
              base + "/help",
              person,
              Map.of(
                  "gap",
                  Script.MARKER + "差距",
                  "measures",
                  "每月谈话一次",
                  "helpers",
                  "支部书记",
                  "dueOn",
                  LocalDate.now(clock).plusMonths(3).toString()));
      case MemberReviewProcess.Tasks.CHECK_HELP ->
          save(base + "/help", person, Map.of("progress", "已有改进", "outcome", "DONE"));
      case "UserTask_CastBallot" -> vote(view, person);
      case "UserTask_ConfirmCount" ->
          save("/ballot/" + view.fact("ballotRound") + "/sign", person, Map.of("verdict", "AGREE"));
      default -> {
        // done by its documents and answers alone
      }
    }
  }

  private Map<String, Object> plan(ProcedureCase run, Script script) {
    LocalDate today = LocalDate.now(clock);
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("studyFrom", today);
    form.put("studyTo", today.plusDays(3));
    form.put("summaryDue", today.plusDays(7));
    form.put("peerOn", today.plusDays(8));
    form.put("assemblyOn", today.plusDays(9));
    form.put("combined", "NO");
    form.put("massesWay", "NONE");
    form.put("committeeReview", "NO");
    form.put("group-name-1", "第一党小组");
    List<RosterMember> participants = participants(run);
    form.put("group-leader-1", participants.get(0).personId());
    participants.forEach(member -> form.put("member-" + member.personId(), "1"));
    form.putAll(script.plan());
    return form;
  }

  private Map<String, Object> peers(ProcedureCase run, TaskView view, Script script) {
    Map<String, Object> form = new LinkedHashMap<>();
    List<RosterMember> members =
        participants(run).stream()
            .filter(member -> member.group().equals(view.fact("memberGroup")))
            .toList();
    for (RosterMember member : members) {
      form.put("present-" + member.personId(), "on");
      form.put("presented-" + member.personId(), "on");
      form.put("said-" + member.personId(), Script.MARKER + "：批评意见");
    }
    form.put("talk-" + members.get(1).personId(), "on");
    return form;
  }

  private Map<String, Object> arrangement(ProcedureCase run, String person) {
    Set<String> here = new HashSet<>();
    rosters.of(run.caseId()).forEach(member -> here.add(member.personId()));
    String committee = organizations.baseCommittee(run.organization()).orElseThrow().code();
    List<String> tellers =
        Stream.concat(
                organizations.holders(Role.OFFICE, committee).stream(),
                organizations.below(committee).stream()
                    .filter(below -> !below.code().equals(run.organization()))
                    .flatMap(below -> organizations.holders(Role.COMMITTEE, below.code()).stream()))
            .filter(teller -> !here.contains(teller))
            .distinct()
            .limit(2)
            .toList();
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("dueOn", LocalDate.now(clock).plusDays(3));
    form.put("teller", tellers);
    form.put("recorder", person);
    return form;
  }

  /** Everybody rates everybody but himself. */
  private void vote(TaskView view, String person) throws Exception {
    String round = view.fact("ballotRound");
    Map<String, Object> form = new LinkedHashMap<>();
    objects(round).stream()
        .filter(object -> !object.equals(person))
        .forEach(object -> form.put("grade-" + object, "QUALIFIED"));
    save("/ballot/" + round, person, form);
  }

  private List<String> objects(String round) {
    return jdbc.sql("select object_id from ballot_object where round_id = ?")
        .param(round)
        .query(String.class)
        .list();
  }

  private void analyse(ProcedureCase run, String base, String person, Script script)
      throws Exception {
    save(
        base + "/analysis",
        person,
        Map.of("heldOn", LocalDate.now(clock), "overview", Script.MARKER + "总体评价"));
    for (RosterMember member : rosters.of(run.caseId())) {
      for (String item : open(run, member)) {
        ReviewGrade grade = script.grade(member);
        save(
            base + "/analysis/" + item,
            person,
            Map.of(
                "dues",
                "PAID",
                "life",
                "REGULAR",
                "facts",
                Script.MARKER + "日常表现",
                "handling",
                "GRADE",
                "grade",
                grade.name(),
                "reason",
                Script.MARKER + "理由"));
      }
    }
  }

  private List<String> open(ProcedureCase run, RosterMember member) {
    return items(run).stream()
        .filter(item -> item.person().equals(member.personId()))
        .filter(item -> OPEN_STATES.contains(item.state()))
        .map(Row::id)
        .toList();
  }

  /** What is known of one member's grade. */
  record Row(String id, String person, String state) {}

  List<Row> items(ProcedureCase run) {
    return jdbc.sql("select item_id, person_id, state from memberreview_item where case_id = ?")
        .param(run.caseId())
        .query(
            (row, number) ->
                new Row(
                    row.getString("item_id"), row.getString("person_id"), row.getString("state")))
        .list();
  }

  private Map<String, Object> assembly(ProcedureCase run, String person, Script script) {
    long due =
        rosters.of(run.caseId()).stream()
            .filter(member -> member.canVote() && member.countsAsDue())
            .count();
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("heldOn", LocalDate.now(clock));
    form.put("present", due);
    form.put("chair", person);
    form.put("manner", "WHOLE");
    form.put("discussion", Script.MARKER + "讨论");
    form.put("approve", due);
    form.put("against", 0);
    form.put("abstain", 0);
    return form;
  }

  private Map<String, Object> approvals(ProcedureCase run, Script script) {
    Map<String, Object> form = new LinkedHashMap<>();
    items(run)
        .forEach(
            item -> {
              form.put("answer-" + item.id(), script.approval(item.person()));
              form.put("reason-" + item.id(), Script.MARKER + "审批理由");
            });
    return form;
  }

  private List<RosterMember> participants(ProcedureCase run) {
    return rosters.of(run.caseId()).stream().filter(RosterMember::participates).toList();
  }

  private void save(String path, String person, Map<String, ?> form) throws Exception {
    MockHttpServletRequestBuilder request =
        post(path).with(user(person)).with(csrf()).header("Accept", "text/html");
    form.forEach(
        (name, value) ->
            request.param(
                name,
                value instanceof List<?> list
                    ? list.stream().map(String::valueOf).toArray(String[]::new)
                    : new String[] {String.valueOf(value)}));
    as(person);
    var answer = web.perform(request).andReturn().getResponse();
    String html = answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    Matcher refused = REFUSED.matcher(html);
    assertThat(refused.find() ? refused.group(1).strip() : "")
        .as("refusal of %s by %s %s", path, person, form)
        .isEmpty();
    assertThat(answer.getStatus()).as("%s by %s: %s", path, person, html).isIn(200, 302);
  }

  // ------------------------------------------------------------------ engine

  private void runJobs(ProcedureCase run) {
    Set<String> tried = new HashSet<>();
    boolean again = true;
    while (again) {
      again = false;
      for (Job job : messages(run)) {
        if (tried.add(job.getId())) {
          management.executeJob(job.getId());
          again = true;
        }
      }
    }
  }

  private List<Job> messages(ProcedureCase run) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(run.businessKey())
        .list()
        .stream()
        .flatMap(
            instance ->
                management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .messages()
                    .list()
                    .stream())
        .toList();
  }

  /** Lets a timer go off on its day. */
  void fire(ProcedureCase run, String... timers) {
    for (var instance :
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(run.businessKey()).list()) {
      management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream()
          .filter(
              job ->
                  Arrays.asList(timers)
                      .contains(
                          management
                              .createJobDefinitionQuery()
                              .jobDefinitionId(job.getJobDefinitionId())
                              .singleResult()
                              .getActivityId()))
          .forEach(job -> management.executeJob(job.getId()));
    }
  }
}
