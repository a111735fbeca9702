package org.dangwu.lifemeeting;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A leading body of three with its recorder, and a run that waits at any step of the meeting. */
final class MeetingBody {

  final String prefix = "m" + UUID.randomUUID().toString().substring(0, 8);
  final String body = prefix + "D";
  final String recorder = prefix + "recorder";
  final String stranger = prefix + "stranger";
  final String caseId = UUID.randomUUID().toString();

  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final IdentityService identity;
  private final Clock clock;

  String instance;

  MeetingBody(
      JdbcClient jdbc,
      RuntimeService runtime,
      TaskService tasks,
      IdentityService identity,
      Clock clock) {
    this.jdbc = jdbc;
    this.runtime = runtime;
    this.tasks = tasks;
    this.identity = identity;
    this.clock = clock;
    unit(prefix + "A", "云岭县委", "COMMITTEE", null);
    unit(body, "县水务局党组", "PARTY_GROUP", prefix + "A");
    for (String role : List.of("recorder", "office", "principal", "archivist", "member")) {
      identity.saveGroup(identity.newGroup(role + "-" + body));
    }
    for (String id : List.of(recorder, stranger)) {
      identity.saveUser(identity.newUser(id));
    }
    identity.createMembership(recorder, "recorder-" + body);
    identity.createMembership(recorder, "office-" + body);
    identity.createTenantUserMembership(tenant(), recorder);
  }

  String member(int rank) {
    return prefix + rank;
  }

  /** A person with an account who has a role in the body. */
  String appoint(String id, String role) {
    if (identity.createUserQuery().userId(id).count() == 0) {
      identity.saveUser(identity.newUser(id));
      identity.createTenantUserMembership(tenant(), id);
    }
    identity.createMembership(id, role + "-" + body);
    return id;
  }

  /** Puts somebody on the list of people of an organisation, where he answers for the office. */
  String register(String name, String organization) {
    String id =
        prefix
            + "x"
            + jdbc.sql("select count(*) from organization_person").query(Long.class).single();
    jdbc.sql(
            "insert into organization_person (id, name, member_status, organization, relation,"
                + " voting_right, mobility, sanction, circumstance, investigated)"
                + " values (?, ?, 'FORMAL', ?, 'HELD', true, 'NONE', 'NONE', 'NONE', false)")
        .params(id, name, organization)
        .update();
    jdbc.sql(
            "insert into organization_position (id, person_id, organization, role, title,"
                + " position_rank, term_from, granted) values (?, ?, ?, 'OFFICE', '职务', 1, ?, true)")
        .params(UUID.randomUUID().toString(), id, organization, LocalDate.of(2020, 1, 1))
        .update();
    identity.saveUser(identity.newUser(id));
    return id;
  }

  /** An organisation below the body. */
  String below() {
    String code = prefix + "E";
    jdbc.sql(
            "insert into organization_unit (code, name, kind, level, superior, tenant, path,"
                + " sort_order, active) values (?, '水库管理所党支部', 'BRANCH', 'COUNTY', ?, ?, ?, 1, true)")
        .params(code, body, prefix + "A", "/" + prefix + "A/" + body + "/" + code + "/")
        .update();
    return code;
  }

  Task reach(String element) {
    return reach(LifeMeetingProcess.KEY, element);
  }

  /** The open task at an element of a process, held by the recorder. */
  Task reach(String process, String element) {
    List<String> members = new ArrayList<>();
    instance =
        runtime
            .createProcessInstanceByKey(process)
            .startBeforeActivity(element)
            .setVariables(
                Map.of(
                    "caseId",
                    caseId,
                    "organization",
                    body,
                    "organizationName",
                    "县水务局党组",
                    "year",
                    LocalDate.now(clock).getYear(),
                    "dueCount",
                    3,
                    "presentCount",
                    3,
                    "absentWithoutLeave",
                    0,
                    "heldDate",
                    Deadlines.startOf(LocalDate.now(clock)),
                    "meetingDate",
                    Deadlines.startOf(LocalDate.now(clock))))
            .execute()
            .getId();
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_by, started_at, state)"
                + " values (?, 'LIFE_MEETING', ?, '县水务局党组', 2026, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(caseId, body, "LM-" + body, "LM-" + body, instance, recorder, now())
        .update();
    for (int rank = 1; rank <= 3; rank++) {
      members.add(prefix + rank);
      jdbc.sql(
              "insert into procedure_roster (case_id, person_id, person_name, person_rank, title,"
                  + " principal, voting, frozen_at) values (?, ?, ?, ?, '委员', ?, true, ?)")
          .params(caseId, prefix + rank, "成员" + rank, rank, rank == 1, now())
          .update();
    }
    runtime.setVariable(instance, "members", AttendanceGuard.list(members));
    Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    tasks.claim(task.getId(), recorder);
    return tasks.createTaskQuery().taskId(task.getId()).singleResult();
  }

  MockHttpServletRequestBuilder authenticated(MockHttpServletRequestBuilder request) {
    identity.setAuthentication(
        recorder, List.of("recorder-" + body, "office-" + body), List.of(tenant()));
    return request.with(user(recorder));
  }

  void as(String person, Runnable work) {
    identity.setAuthentication(
        person, List.of("recorder-" + body, "office-" + body), List.of(tenant()));
    try {
      work.run();
    } finally {
      identity.clearAuthentication();
    }
  }

  static String path(Task task, String page) {
    return "/life-meeting/task/" + task.getId() + "/" + page;
  }

  private String tenant() {
    String tenant = prefix + "A";
    if (identity.createTenantQuery().tenantId(tenant).count() == 0) {
      identity.saveTenant(identity.newTenant(tenant));
    }
    return tenant;
  }

  private void unit(String code, String name, String kind, String superior) {
    jdbc.sql(
            "insert into organization_unit (code, name, kind, level, superior, tenant, path,"
                + " sort_order, active) values (?, ?, ?, 'COUNTY', ?, ?, ?, 1, true)")
        .params(
            code,
            name,
            kind,
            superior,
            prefix + "A",
            superior == null ? "/" + code + "/" : "/" + superior + "/" + code + "/")
        .update();
  }

  private static Timestamp now() {
    return Timestamp.from(Instant.parse("2026-10-01T01:00:00Z"));
  }
}
