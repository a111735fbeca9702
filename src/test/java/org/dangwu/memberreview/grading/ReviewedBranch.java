package org.dangwu.memberreview.grading;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A branch of formal members below its base committee, and a run of its review. */
final class ReviewedBranch {

  final String prefix = "g" + UUID.randomUUID().toString().substring(0, 8);
  final String committee = prefix + "A";
  final String branch = prefix + "B";
  final String caseId = UUID.randomUUID().toString();
  final String baseSecretary = prefix + "bs";
  final List<String> tellers = List.of(prefix + "t1", prefix + "t2");
  final List<String> members = new ArrayList<>();

  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final IdentityService identity;
  private final MockMvc web;
  private final Clock clock;
  private final Map<String, List<String>> groups = new HashMap<>();

  String instance;

  ReviewedBranch(
      int size,
      JdbcClient jdbc,
      RuntimeService runtime,
      TaskService tasks,
      ManagementService management,
      IdentityService identity,
      MockMvc web,
      Clock clock) {
    this.jdbc = jdbc;
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.identity = identity;
    this.web = web;
    this.clock = clock;
    identity.clearAuthentication();
    unit(committee, "青石镇党委", "COMMITTEE", null);
    unit(branch, "社区第二党支部", "BRANCH", committee);
    identity.saveTenant(identity.newTenant(committee));
    for (String role : List.of("secretary", "committee")) {
      identity.saveGroup(identity.newGroup(role + "-" + branch));
    }
    for (String role : List.of("office", "secretary", "principal", "archivist")) {
      identity.saveGroup(identity.newGroup(role + "-" + committee));
    }
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_by, started_at, state)"
                + " values (?, 'MEMBER_REVIEW', ?, '社区第二党支部', ?, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(
            caseId,
            branch,
            LocalDate.now(clock).getYear(),
            "MR-" + branch,
            "MR-" + branch,
            prefix,
            baseSecretary,
            now())
        .update();
    person(baseSecretary, "党委书记", committee, "SECRETARY", committee);
    tellers.forEach(
        teller ->
            person(
                teller,
                "监票人" + teller.charAt(teller.length() - 1),
                committee,
                "OFFICE",
                committee));
    for (int i = 1; i <= size; i++) {
      String id = prefix + "m" + i;
      members.add(id);
      person(id, "党员" + i, branch, i == 1 ? "SECRETARY" : i <= 3 ? "COMMITTEE" : null, branch);
      roster(id, "党员" + i, i);
    }
  }

  String member(int number) {
    return members.get(number - 1);
  }

  /** An account in this group alone, of no organisation of the run. */
  String outsider(String group) {
    String id = prefix + "o" + groups.size();
    identity.saveUser(identity.newUser(id));
    if (identity.createGroupQuery().groupId(group).count() == 0) {
      identity.saveGroup(identity.newGroup(group));
    }
    identity.createMembership(id, group);
    groups.put(id, List.of(group));
    return id;
  }

  void begin(String element, Map<String, Object> more) {
    Map<String, Object> facts =
        new HashMap<>(
            Map.of(
                "caseId", caseId,
                "procedure", "MEMBER_REVIEW",
                "organization", branch,
                "organizationName", "社区第二党支部",
                "year", LocalDate.now(clock).getYear(),
                "hasCommittee", "YES",
                "massesWay", "NONE",
                "committeeReview", "NO",
                "suspendedOpen", "NO",
                "combined", "NO"));
    facts.put("assemblyDate", Date.from(clock.instant()));
    facts.putAll(more);
    instance =
        runtime
            .createProcessInstanceByKey("member-review")
            .businessKey("MR-" + branch)
            .startBeforeActivity(element)
            .setVariables(facts)
            .execute()
            .getId();
    jdbc.sql("update procedure_case set process_instance_id = ? where case_id = ?")
        .params(instance, caseId)
        .update();
  }

  /** The open task at an element, claimed by the person. */
  Task hold(String element, String person) {
    Task task = task(element);
    tasks.setAssignee(task.getId(), person);
    return task;
  }

  Task task(String element) {
    return of(element).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError(element + " is not open, but " + open()));
  }

  List<Task> of(String element) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey("MR-" + branch)
        .taskDefinitionKey(element)
        .list();
  }

  List<String> open() {
    return tasks.createTaskQuery().processInstanceBusinessKey("MR-" + branch).list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  void complete(Task task, String person) {
    complete(task, person, Map.of());
  }

  void complete(Task task, String person, Map<String, Object> inputs) {
    as(person, () -> tasks.complete(task.getId(), inputs));
    runJobs();
  }

  /** Runs what is due now of this run, timers excepted. */
  void runJobs() {
    for (int i = 0; i < 50; i++) {
      List<Job> due =
          management.createJobQuery().messages().withRetriesLeft().active().list().stream()
              .filter(job -> mine(job.getProcessInstanceId()))
              .toList();
      if (due.isEmpty()) {
        return;
      }
      due.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private boolean mine(String processInstance) {
    return runtime
            .createProcessInstanceQuery()
            .processInstanceId(processInstance)
            .processInstanceBusinessKey("MR-" + branch)
            .count()
        > 0;
  }

  ResultActions get(String person, Task task, String page) throws Exception {
    return send(
        person,
        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path(task, page)));
  }

  ResultActions post(String person, Task task, String page, Map<String, Object> form)
      throws Exception {
    MockHttpServletRequestBuilder request =
        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path(task, page));
    form.forEach(
        (name, value) -> {
          if (value instanceof List<?> several) {
            several.forEach(one -> request.param(name, one.toString()));
          } else {
            request.param(name, value.toString());
          }
        });
    return send(person, request.with(csrf()));
  }

  ResultActions send(String person, MockHttpServletRequestBuilder request) throws Exception {
    sign(person);
    try {
      return web.perform(request.with(user(person)));
    } finally {
      identity.clearAuthentication();
    }
  }

  void as(String person, Runnable work) {
    sign(person);
    try {
      work.run();
    } finally {
      identity.clearAuthentication();
    }
  }

  private void sign(String person) {
    identity.setAuthentication(person, groups.getOrDefault(person, List.of()), List.of(committee));
  }

  static String path(Task task, String page) {
    return "/member-review/task/" + task.getId() + "/" + page;
  }

  private void person(String id, String name, String relation, String role, String where) {
    jdbc.sql(
            "insert into organization_person (id, name, member_status, organization, relation,"
                + " voting_right, mobility, sanction, circumstance, investigated)"
                + " values (?, ?, 'FORMAL', ?, 'HELD', true, 'NONE', 'NONE', 'NONE', false)")
        .params(id, name, relation)
        .update();
    identity.saveUser(identity.newUser(id));
    identity.createTenantUserMembership(committee, id);
    if (role != null) {
      jdbc.sql(
              "insert into organization_position (id, person_id, organization, role, title,"
                  + " position_rank, term_from, granted) values (?, ?, ?, ?, '职务', 1, ?, true)")
          .params(UUID.randomUUID().toString(), id, where, role, LocalDate.of(2020, 1, 1))
          .update();
      String group = role.toLowerCase(java.util.Locale.ROOT) + "-" + where;
      identity.createMembership(id, group);
      groups.computeIfAbsent(id, any -> new ArrayList<>()).add(group);
    }
  }

  private void roster(String id, String name, int order) {
    jdbc.sql(
            "insert into memberreview_roster (case_id, person_id, snapshot, person_name,"
                + " person_order, leader, member_status, voting_right, org_relation, mobility,"
                + " sanction, attended_meeting, leaders_excluded, investigated, phase, change_kind,"
                + " participates, can_rate, can_vote, gets_grade, counts_in_base, state, reason)"
                + " values (?, ?, 1, ?, ?, false, 'FORMAL', true, 'HELD', 'NONE', 'NONE', false,"
                + " false, false, 'START', 'NONE', true, true, true, true, true, 'ACTIVE', '')")
        .params(caseId, id, name, order)
        .update();
    jdbc.sql(
            "insert into procedure_roster (case_id, person_id, person_name, person_rank, title,"
                + " principal, voting, frozen_at) values (?, ?, ?, ?, '党员', false, true, ?)")
        .params(caseId, id, name, order, now())
        .update();
  }

  private void unit(String code, String name, String kind, String superior) {
    jdbc.sql(
            "insert into organization_unit (code, name, kind, level, superior, tenant, path,"
                + " sort_order, active) values (?, ?, ?, 'GRASSROOTS', ?, ?, ?, 1, true)")
        .params(
            code,
            name,
            kind,
            superior,
            committee,
            superior == null ? "/" + code + "/" : "/" + superior + "/" + code + "/")
        .update();
  }

  private static Timestamp now() {
    return Timestamp.from(Instant.parse("2026-10-01T01:00:00Z"));
  }
}
