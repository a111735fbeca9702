package org.dangwu.lifemeeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.Dossiers;
import org.dangwu.dossier.Secrecy;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.engine.Unrestricted;
import org.dangwu.lifemeeting.Attendance.Mark;
import org.dangwu.lifemeeting.observation.ObservationHand;
import org.dangwu.organization.Organizations;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
import org.dangwu.rectification.ListHand;
import org.dangwu.testing.AdjustableClock;
import org.springframework.context.annotation.Import;

/**
 * Lets the people of a body do their tasks as they would in Tasklist: each signed in as himself,
 * claiming, writing in the dossier and completing through the same guarded services.
 */
@Import({ObservationHand.class, ListHand.class})
class Rehearsal {

  private final TaskService tasks;
  private final FormService forms;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final IdentityService identity;
  private final Organizations organizations;
  private final TaskModels models;
  private final Dossiers dossiers;
  private final DocumentCatalogue catalogue;
  private final Rosters rosters;
  private final AttendanceBook attendance;
  private final LeaveBook leaves;
  private final ExplanationList explanations;
  private final OpinionBook opinions;
  private final TalkBook talks;
  private final InquiryBook inquiries;
  private final ObservationHand observation;
  private final ListHand rectification;
  private final HistoryService history;
  private final Unrestricted unrestricted;
  private final AdjustableClock clock;

  Rehearsal(
      TaskService tasks,
      FormService forms,
      RuntimeService runtime,
      ManagementService management,
      IdentityService identity,
      Organizations organizations,
      TaskModels models,
      Dossiers dossiers,
      DocumentCatalogue catalogue,
      Rosters rosters,
      AttendanceBook attendance,
      LeaveBook leaves,
      ExplanationList explanations,
      OpinionBook opinions,
      TalkBook talks,
      InquiryBook inquiries,
      ObservationHand observation,
      ListHand rectification,
      HistoryService history,
      Unrestricted unrestricted,
      AdjustableClock clock) {
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
    this.attendance = attendance;
    this.leaves = leaves;
    this.explanations = explanations;
    this.opinions = opinions;
    this.talks = talks;
    this.inquiries = inquiries;
    this.observation = observation;
    this.rectification = rectification;
    this.history = history;
    this.unrestricted = unrestricted;
    this.clock = clock;
  }

  /** What an observer writes can only be written once the meeting was held. */
  private static final String OBSERVER_REPORT = "UserTask_WriteObserverReport";

  /** Papers that may not repeat what the confidential ones say. */
  private static final Set<String> PUBLISHED = Set.of("downwardNotice", "publicMeasures");

  /** What is answered where the script says nothing else. */
  private static final Map<String, Map<String, Object>> USUAL_ANSWERS =
      Map.of(
          "UserTask_Study",
          Map.of("studyWay", "COLLECTIVE"),
          "UserTask_ReceiveByOrganization",
          Map.of("repeatOrdered", "NO"),
          "UserTask_ApproveNotice",
          Map.of("noticeApproved", "YES", "publicationNeeded", "NO"),
          OBSERVER_REPORT,
          Map.of("impressions", "会议按方案进行。", "onSpot", "无", "observationResult", "NONE"));

  /** What a rehearsed run is told to do where people decide. */
  record Script(
      Map<String, Map<String, Object>> inputs,
      Set<Integer> onLeave,
      Function<String, String> content) {}

  /** Works until nothing waits any more; gives the elements in the order of their completion. */
  List<String> play(ProcedureCase run, Script script) {
    return play(run, script, Set.of());
  }

  /** Works until nothing but tasks at these elements is open, and leaves those. */
  List<String> play(ProcedureCase run, Script script, Set<String> until) {
    List<String> done = new ArrayList<>();
    for (int step = 0; step < 200; step++) {
      runJobs(run);
      List<Task> open =
          unrestricted.call(
              () -> tasks.createTaskQuery().processInstanceBusinessKey(run.businessKey()).list());
      Set<String> left = new HashSet<>(until);
      if (!held(run)) {
        left.add(OBSERVER_REPORT);
      }
      if (open.stream().allMatch(task -> left.contains(task.getTaskDefinitionKey()))) {
        return done;
      }
      for (Task task : open) {
        if (!left.contains(task.getTaskDefinitionKey())
            && unrestricted.call(() -> tasks.createTaskQuery().taskId(task.getId()).count()) > 0) {
          work(run, task, script);
          done.add(task.getTaskDefinitionKey());
        }
      }
    }
    throw new IllegalStateException("The run does not come to an end: " + done);
  }

  private boolean held(ProcedureCase run) {
    return history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(run.processInstanceId())
            .activityId("UserTask_SumUp")
            .finished()
            .count()
        > 0;
  }

  /** Acts as a person: his groups and tenants are those that his positions give him. */
  void as(String user) {
    List<String> groups =
        organizations.positionsOf(user).stream()
            .map(position -> position.role().group(position.organization()))
            .toList();
    List<String> tenants =
        unrestricted.call(
            () ->
                identity.createTenantQuery().userMember(user).list().stream()
                    .map(tenant -> tenant.getId())
                    .toList());
    identity.setAuthentication(user, groups, tenants);
  }

  /** Who would do the task: its assignee, or the first who holds one of its roles. */
  String performer(Task task) {
    if (task.getAssignee() != null) {
      return task.getAssignee();
    }
    return unrestricted.call(() -> tasks.getIdentityLinksForTask(task.getId())).stream()
        .map(IdentityLink::getGroupId)
        .map(group -> group.split("-", 2))
        .flatMap(
            role ->
                organizations
                    .holders(org.dangwu.organization.Role.ofId(role[0]).orElseThrow(), role[1])
                    .stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody can do " + task.getName()));
  }

  /** Does one task as the person whose turn it is. */
  void work(ProcedureCase run, Task task, Script script) {
    String user = performer(task);
    as(user);
    try {
      if (task.getAssignee() == null) {
        tasks.claim(task.getId(), user);
      }
      TaskView view = models.find(task.getId()).orElseThrow();
      Map<String, Object> inputs =
          new LinkedHashMap<>(USUAL_ANSWERS.getOrDefault(view.elementId(), Map.of()));
      inputs.putAll(script.inputs().getOrDefault(view.elementId(), Map.of()));
      if (view.property("dossier.write") != null && !script.inputs().containsKey(form(view))) {
        write(run, view, user, script.content());
      }
      special(run, view, user, script);
      forms.submitTaskForm(task.getId(), inputs);
    } finally {
      identity.clearAuthentication();
    }
  }

  private static String form(TaskView view) {
    return view.elementId() + ".form";
  }

  /** Writes the documents of a task that somebody holds. */
  void write(ProcedureCase run, Task task, Script script) {
    write(
        run,
        unrestricted.call(() -> models.find(task.getId())).orElseThrow(),
        task.getAssignee(),
        script.content());
  }

  private void write(
      ProcedureCase run, TaskView view, String user, Function<String, String> content) {
    String subject =
        view.property("dossier.subject") == null ? "" : view.fact(view.property("dossier.subject"));
    for (String type : view.property("dossier.write").split(",")) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (DocumentSection section : catalogue.sections(type)) {
        texts.put(
            section.key(),
            switch (section.kind()) {
              case TEXT, LINE ->
                  PUBLISHED.contains(type)
                      ? "会议按期召开，整改措施已经明确。"
                      : namingAbsentees(
                          run, type, section, named(run, view, section, content.apply(type)));
              case DATE -> LocalDate.now(clock).toString();
              case NUMBER -> "1";
            });
      }
      String about = catalogue.find(type).orElseThrow().perPerson() ? subject : "";
      dossiers.write(new DocumentKey(run.caseId(), type, about), texts, user);
    }
  }

  /** The report says who stayed away. */
  private String namingAbsentees(
      ProcedureCase run, String type, DocumentSection section, String text) {
    if (!type.equals("report") || !section.key().equals("attendance")) {
      return text;
    }
    List<String> absent =
        attendance.latest(run.caseId()).map(Attendance::absentWithoutLeave).orElse(List.of());
    return rosters.of(run.caseId()).stream()
        .filter(member -> absent.contains(member.personId()))
        .map(RosterEntry::name)
        .reduce(text, (said, name) -> said + "；" + name + "未经批准缺席");
  }

  /** Criticism begins with the name of who criticises. */
  private String named(ProcedureCase run, TaskView view, DocumentSection section, String text) {
    if (!section.key().equals(view.property("agenda.named"))) {
      return text;
    }
    String about = view.fact(view.property("dossier.subject"));
    return rosters.of(run.caseId()).stream()
        .filter(member -> !member.personId().equals(about))
        .map(member -> member.name() + "：" + text)
        .findFirst()
        .orElseThrow();
  }

  private void special(ProcedureCase run, TaskView view, String user, Script script) {
    List<RosterEntry> due = rosters.of(run.caseId());
    if (view.elementId().equals(LifeMeetingProcess.Tasks.CONFIRM_ATTENDANCE)) {
      Date planned = (Date) view.variables().get("meetingDate");
      LocalDate day = Deadlines.day(planned);
      clock.setTo(day);
      attendance.record(
          view.taskId(),
          run.caseId(),
          new Attendance(
              day,
              LocalTime.of(9, 0),
              due.stream()
                  .map(
                      member ->
                          script.onLeave().contains(member.rank())
                              ? away(run, member)
                              : new Mark(member.personId(), Presence.PRESENT, ""))
                  .toList(),
              List.of("列席人")),
          user);
    }
    prepare(run, view, user, due, script);
    switch (view.elementId()) {
      case "UserTask_ProposeObservers" ->
          observation.propose(run.caseId(), run.organization(), user);
      case "UserTask_AgreeObservers" -> observation.agree(run.caseId(), user);
      case "UserTask_ListRectification" ->
          rectification.nothing(view.taskId(), run.caseId(), "没有需要整改的问题", user);
      default -> {
        // Done by its documents and answers.
      }
    }
    if (view.elementId().equals(LifeMeetingProcess.Tasks.FEEDBACK_OPINIONS)) {
      explanations.record(view.taskId(), run.caseId(), List.of(due.get(1).personId()), user);
    }
  }

  /** On leave with the superior's consent, absent without it. */
  private Mark away(ProcedureCase run, RosterEntry member) {
    Leave leave = leaves.of(run.caseId()).get(member.personId());
    return leave != null && leave.granted()
        ? new Mark(member.personId(), Presence.LEAVE, "经上级同意请假")
        : new Mark(member.personId(), Presence.ABSENT, "外出未归");
  }

  /** What the pages of the preparation would record: opinions on body and second member, talks. */
  private void prepare(
      ProcedureCase run, TaskView view, String user, List<RosterEntry> due, Script script) {
    String text = script.content().apply("opinions");
    switch (view.elementId()) {
      case LifeMeetingProcess.Tasks.COLLECT_OPINIONS -> {
        opinions.describe(
            run.caseId(),
            new OpinionCollection(CollectedBy.SELF, run.organizationName(), "发放征求意见表", false));
        opinions.add(run.caseId(), OpinionSource.CADRE, Addressee.BODY, text);
        opinions.add(
            run.caseId(), OpinionSource.MASSES, Addressee.member(due.get(1).personId()), text);
      }
      case LifeMeetingProcess.Tasks.TALK -> {
        List<Talk> all = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
          for (RosterEntry other : due.subList(i + 1, due.size())) {
            all.add(
                new Talk(
                    null,
                    TalkKind.MEMBERS,
                    due.get(i).personId(),
                    other.personId(),
                    LocalDate.now(clock),
                    "办公室",
                    script.content().apply("talks"),
                    Secrecy.WORK_SECRET));
          }
        }
        talks.add(run.caseId(), all);
      }
      case InquiryGuard.ELEMENT -> inquiries.check(view.taskId(), run.caseId(), user);
      default -> {
        // Nothing but its documents.
      }
    }
  }

  /** Runs what the engine would run in the background, except deadlines. */
  private void runJobs(ProcedureCase run) {
    Set<String> tried = new HashSet<>();
    boolean again = true;
    while (again) {
      again = false;
      for (Job job : backgroundJobs(run)) {
        if (tried.add(job.getId())) {
          management.executeJob(job.getId());
          again = true;
        }
      }
    }
  }

  private List<Job> backgroundJobs(ProcedureCase run) {
    List<String> instances =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(run.businessKey())
            .list()
            .stream()
            .map(instance -> instance.getId())
            .toList();
    return instances.stream()
        .flatMap(
            instance ->
                management.createJobQuery().processInstanceId(instance).messages().list().stream())
        .toList();
  }
}
