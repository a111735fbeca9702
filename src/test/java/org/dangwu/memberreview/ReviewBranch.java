package org.dangwu.memberreview;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.testing.AdjustableClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A branch under a town's committee, with a review that its people bring to any step. */
public final class ReviewBranch {

  public final String prefix = "r" + UUID.randomUUID().toString().substring(0, 7);
  public final String committee = prefix + "C";
  public final String code = prefix + "B";
  public final String office;
  public final String principal;
  public final String secretary;
  public final String organizer;

  private final JdbcClient jdbc;
  private final IdentityService identity;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final FormService forms;
  private final ManagementService management;
  private final Organizations organizations;
  private final ProcedureStart start;
  private final Dossiers dossiers;
  private final AdjustableClock clock;

  private int people;
  private ProcedureCase run;

  /** With a secretary and a committee member, both formal, and the two people of the committee. */
  public ReviewBranch(ApplicationContext application) {
    jdbc = application.getBean(JdbcClient.class);
    identity = application.getBean(IdentityService.class);
    runtime = application.getBean(RuntimeService.class);
    tasks = application.getBean(TaskService.class);
    forms = application.getBean(FormService.class);
    management = application.getBean(ManagementService.class);
    organizations = application.getBean(Organizations.class);
    start = application.getBean(ProcedureStart.class);
    dossiers = application.getBean(Dossiers.class);
    clock = application.getBean(AdjustableClock.class);
    clock.setTo(LocalDate.of(2026, 11, 2));
    identity.saveTenant(identity.newTenant(committee));
    unit(committee, "测试镇党委", "COMMITTEE", null);
    unit(code, "测试镇测试村党支部", "BRANCH", committee);
    office = position(person("经办人", "FORMAL", committee), committee, "OFFICE", "组织委员");
    principal = position(person("镇书记", "FORMAL", committee), committee, "PRINCIPAL", "党委书记");
    secretary = position(formal("支书"), code, "SECRETARY", "党支部书记");
    organizer = position(formal("组委"), code, "COMMITTEE", "组织委员");
  }

  public String formal(String name) {
    return person(name, "FORMAL", code);
  }

  public String probationary(String name) {
    return person(name, "PROBATIONARY", code);
  }

  /** Changes what the register says of a person, e.g. {@code mobility = 'AWAY'}. */
  public void registered(String person, String assignment) {
    jdbc.sql("update organization_person set " + assignment + " where id = ?")
        .param(person)
        .update();
  }

  public String position(String person, String organization, String role, String title) {
    jdbc.sql(
            "insert into organization_position (id, person_id, organization, role, title,"
                + " position_rank, term_from, granted) values (?, ?, ?, ?, ?, 1, ?, true)")
        .params(
            UUID.randomUUID().toString(),
            person,
            organization,
            role,
            title,
            LocalDate.of(2020, 1, 1))
        .update();
    String group = Role.valueOf(role).group(organization);
    if (identity.createGroupQuery().groupId(group).count() == 0) {
      identity.saveGroup(identity.newGroup(group));
    }
    identity.createMembership(person, group);
    return person;
  }

  private String person(String name, String status, String organization) {
    people++;
    String id = "%sp%02d".formatted(prefix, people);
    jdbc.sql(
            "insert into organization_person (id, name, member_status, organization, relation,"
                + " voting_right, mobility, sanction, circumstance, investigated)"
                + " values (?, ?, ?, ?, 'HELD', ?, 'NONE', 'NONE', 'NONE', false)")
        .params(id, name, status, organization, status.equals("FORMAL"))
        .update();
    identity.saveUser(identity.newUser(id));
    identity.createTenantUserMembership(committee, id);
    return id;
  }

  /** Starts the review as the committee's office. */
  public ProcedureCase begin(Map<String, Object> facts) {
    as(office, () -> run = start.start(ProcedureKind.MEMBER_REVIEW, code, 2026, facts));
    work();
    return run;
  }

  public String caseId() {
    return run.caseId();
  }

  public Map<String, Object> facts() {
    return runtime.getVariables(run.processInstanceId());
  }

  /** Does what waits in the background; timers only when their time has come. */
  public void work() {
    for (int round = 0; round < 20; round++) {
      List<Job> due = Stream.concat(jobs().messages().list().stream(), overdueTimers()).toList();
      if (due.isEmpty()) {
        return;
      }
      due.forEach(this::execute);
    }
  }

  private Stream<Job> overdueTimers() {
    return jobs().timers().list().stream()
        .filter(timer -> !timer.getDuedate().toInstant().isAfter(clock.instant()));
  }

  private JobQuery jobs() {
    return management.createJobQuery().processInstanceId(run.processInstanceId());
  }

  private void execute(Job job) {
    if (management.createJobQuery().jobId(job.getId()).count() > 0) {
      management.executeJob(job.getId());
    }
  }

  /** The open task at an element; the first one when there are several. */
  public Task task(String element) {
    return open(element).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("No task " + element + " is open"));
  }

  /** The open task at an element that is about or belongs to this person. */
  public Task taskOf(String element, String member) {
    return open(element).stream()
        .filter(task -> member.equals(tasks.getVariable(task.getId(), "member")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No task " + element + " of " + member));
  }

  public List<Task> open(String element) {
    return tasks
        .createTaskQuery()
        .processInstanceId(run.processInstanceId())
        .taskDefinitionKey(element)
        .list();
  }

  public void claim(Task task, String person) {
    as(person, () -> tasks.claim(task.getId(), person));
  }

  /** Completes a task as this person, claiming it before when nobody holds it. */
  public void complete(Task task, String person, Map<String, Object> answers) {
    as(
        person,
        () -> {
          if (tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee() == null) {
            tasks.claim(task.getId(), person);
          }
          forms.submitTaskForm(task.getId(), new LinkedHashMap<>(answers));
        });
    work();
  }

  public void write(String type, String subject, Map<String, String> texts, String author) {
    dossiers.write(new DocumentKey(run.caseId(), type, subject), texts, author);
  }

  /** Writes a member's summary; without a judgement of himself when the grade is empty. */
  public void writeSummary(String member, String selfGrade) {
    Map<String, String> texts =
        new LinkedHashMap<>(
            Map.of(
                "summary", "一年来的情况",
                "problems", "存在的问题",
                "causes", "原因分析",
                "opinionsSought", "征求意见的情况"));
    texts.put("selfGrade", selfGrade);
    write("summary", member, texts, member);
  }

  /** Plan in one group and study; the summaries are open then. */
  public void reachSummaries() {
    plan(List.of());
    Task study = task("UserTask_Study");
    claim(study, secretary);
    write("reviewStudy", "", Map.of("content", "党章", "process", "集中学习"), secretary);
    complete(study, secretary, Map.of());
  }

  /** All hand in and are checked; then the mutual review is open. */
  public void reachPeerReview() {
    reachSummaries();
    for (Task task : open("UserTask_WriteSummary")) {
      String member = task.getAssignee();
      writeSummary(member, isFormal(member) ? "合格" : "");
      complete(task, member, Map.of());
    }
    for (Task task : open("UserTask_CheckSummary")) {
      String member = (String) tasks.getVariable(task.getId(), "member");
      complete(
          task,
          member.equals(secretary) ? organizer : secretary,
          Map.of("summaryResult", "ACCEPT"));
    }
  }

  private boolean isFormal(String person) {
    return jdbc.sql("select member_status from organization_person where id = ?")
        .param(person)
        .query(String.class)
        .single()
        .equals("FORMAL");
  }

  /**
   * Completes the plan as it is kept in the tables.
   *
   * @param groups name and leader of each group, alternating; nothing for one group of all
   */
  public void plan(List<String> groups) {
    Task task = task("UserTask_MakeReviewPlan");
    jdbc.sql(
            "insert into memberreview_plan (case_id, study_from, study_to, summary_due, peer_on,"
                + " assembly_on, combined, org_life_form, masses_way, committee_review, remark,"
                + " planned_by, planned_at) values (?, ?, ?, ?, ?, ?, false, 'NONE', 'NONE', false,"
                + " '', ?, ?)")
        .params(
            caseId(),
            day(0),
            day(5),
            day(10),
            day(12),
            day(15),
            secretary,
            java.sql.Timestamp.from(clock.instant()))
        .update();
    List<String> names = groups.isEmpty() ? List.of("全体党员", secretary) : groups;
    for (int i = 0; i < names.size(); i += 2) {
      jdbc.sql(
              "insert into memberreview_group (case_id, group_name, position, leader_id) values (?,"
                  + " ?, ?, ?)")
          .params(caseId(), names.get(i), i, names.get(i + 1))
          .update();
    }
    jdbc.sql(
            "insert into memberreview_group_member (case_id, person_id, group_name) select case_id,"
                + " person_id, '"
                + names.get(0)
                + "' from memberreview_roster where case_id = ? and participates = true")
        .param(caseId())
        .update();
    complete(task, secretary, Map.of());
  }

  public LocalDate day(int later) {
    return LocalDate.of(2026, 11, 2).plusDays(later);
  }

  public void today(LocalDate day) {
    clock.setTo(day);
    work();
  }

  /** Acts as a person: his groups are those that his positions give him. */
  public void as(String person, Runnable work) {
    authenticate(person);
    try {
      work.run();
    } finally {
      identity.clearAuthentication();
    }
  }

  private void authenticate(String person) {
    identity.setAuthentication(
        person,
        organizations.positionsOf(person).stream()
            .map(position -> position.role().group(position.organization()))
            .toList(),
        List.of(committee));
  }

  public MockHttpServletRequestBuilder get(String person, String path, Object... parts) {
    authenticate(person);
    return MockMvcRequestBuilders.get(path, parts).with(user(person));
  }

  /**
   * @param fields names and values, alternating
   */
  public MockHttpServletRequestBuilder post(String person, String path, List<String> fields) {
    authenticate(person);
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.post(path).with(user(person)).with(csrf());
    for (int i = 0; i < fields.size(); i += 2) {
      request.param(fields.get(i), fields.get(i + 1));
    }
    return request;
  }

  public static List<String> fields(String... fields) {
    return Arrays.asList(fields);
  }

  private void unit(String unit, String name, String kind, String superior) {
    jdbc.sql(
            "insert into organization_unit (code, name, kind, level, superior, tenant, path,"
                + " sort_order, active) values (?, ?, ?, 'TOWNSHIP', ?, ?, ?, 1, true)")
        .params(
            unit,
            name,
            kind,
            superior,
            committee,
            superior == null ? "/" + unit + "/" : "/" + superior + "/" + unit + "/")
        .update();
  }
}
