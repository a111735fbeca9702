package org.dangwu.debriefing.appraisal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.desk.Lists;
import org.dangwu.security.SystemGroups;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A committee of six with an organisation department, and five secretaries below it whose
 * debriefing has come to the grades. The third secretary is a member of the committee himself.
 */
final class AppraisedCommittee {

  static final int YEAR = 2026;
  static final String PASSWORD = "Quiet-River-7";

  final String prefix = "d" + UUID.randomUUID().toString().substring(0, 8);
  final String committee = prefix + "C";
  final String caseId = UUID.randomUUID().toString();
  final String organizer = prefix + "org";
  final String recorder = prefix + "rec";
  final List<String> members = new ArrayList<>();
  final List<String> secretaries = new ArrayList<>();
  final List<String> entries = new ArrayList<>();

  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final IdentityService identity;
  private final Clock clock;

  AppraisedCommittee(
      JdbcClient jdbc,
      RuntimeService runtime,
      TaskService tasks,
      ManagementService management,
      IdentityService identity,
      Clock clock) {
    this.jdbc = jdbc;
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.identity = identity;
    this.clock = clock;
    identity.clearAuthentication();
    unit(committee, "临江县委", "COMMITTEE", null, committee);
    identity.saveTenant(identity.newTenant(committee));
    unit(committee + "Z", "临江县委组织部", "ORGANIZATION_DEPARTMENT", committee, committee);
    person(organizer, "组织干事", committee + "Z", "STAFF", committee);
    person(recorder, "记录员", committee, "RECORDER", committee);
    for (int i = 1; i <= 6; i++) {
      members.add(prefix + "m" + i);
      person(member(i), "委员" + i, committee, i == 1 ? "PRINCIPAL" : "MEMBER", committee);
    }
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_by, started_at, state)"
                + " values (?, 'DEBRIEFING', ?, '临江县委', ?, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(caseId, committee, YEAR, key(), key(), prefix, organizer, now())
        .update();
    for (int i = 1; i <= 5; i++) {
      secretary(i);
    }
  }

  private void secretary(int number) {
    String unit = committee + number;
    unit(unit, "第" + number + "镇党委", "COMMITTEE", committee, unit);
    identity.saveTenant(identity.newTenant(unit));
    String person = number == 3 ? member(6) : prefix + "s" + number;
    if (number == 3) {
      position(person, unit, "SECRETARY");
      identity.createTenantUserMembership(unit, person);
    } else {
      person(person, "书记" + number, unit, "SECRETARY", unit);
    }
    secretaries.add(person);
    String entry = UUID.randomUUID().toString();
    entries.add(entry);
    jdbc.sql(
            "insert into debrief_entry (entry_id, case_id, organization, organization_name,"
                + " person_id, person_name, title, unit_type, category, entry_mode, table_mode,"
                + " mode_required, entry_state, graded, authority, entry_order, source_note)"
                + " values (?, ?, ?, ?, ?, ?, '党委书记', 'TOWN', 'TOWN', 'ONSITE', 'ONSITE', true,"
                + " 'ACTIVE', true, 'OWN', ?, '')")
        .params(entry, caseId, unit, "第" + number + "镇党委", person, name(number), number)
        .update();
  }

  /**
   * @param weights of session, field check and daily contact; none when empty
   */
  void plan(int maxGoodPercent, Integer... weights) {
    boolean weighed = weights.length == 3;
    jdbc.sql(
            "insert into debrief_plan (case_id, plan_year, place, comment_mode, rate_written,"
                + " max_good_percent, session_weight, field_weight, daily_weight, remark, agreed,"
                + " saved_by, saved_at) values (?, ?, '会议室', 'ONE_BY_ONE', false, ?, ?, ?, ?, '',"
                + " true, ?, ?)")
        .param(caseId)
        .param(YEAR)
        .param(maxGoodPercent)
        .param(weighed ? weights[0] : null)
        .param(weighed ? weights[1] : null)
        .param(weighed ? weights[2] : null)
        .param(organizer)
        .param(now())
        .update();
  }

  String member(int number) {
    return members.get(number - 1);
  }

  String secretaryOf(int number) {
    return secretaries.get(number - 1);
  }

  String entry(int number) {
    return entries.get(number - 1);
  }

  static String name(int number) {
    return number == 3 ? "委员6" : "书记" + number;
  }

  String key() {
    return "DB-" + YEAR + "-" + committee;
  }

  void begin(String element) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("caseId", caseId);
    facts.put("procedure", "DEBRIEFING");
    facts.put("organization", committee);
    facts.put("organizationName", "临江县委");
    facts.put("year", YEAR);
    facts.put("entries", Lists.json(entries));
    facts.put("hasSuperior", "NO");
    Date later = Date.from(clock.instant().plusSeconds(30L * 24 * 3600));
    facts.put("studyDate", later);
    facts.put("reportUpDueDate", later);
    String instance =
        runtime
            .createProcessInstanceByKey("debriefing")
            .businessKey(key())
            .startBeforeActivity(element)
            .setVariables(facts)
            .execute()
            .getId();
    jdbc.sql("update procedure_case set process_instance_id = ? where case_id = ?")
        .params(instance, caseId)
        .update();
  }

  /** An account of a program that works for this tenant. */
  String program(String tenant) {
    return account("x" + tenant, SystemGroups.MACHINES, tenant);
  }

  /** An account of the committee that is no program's. */
  String clerk() {
    return account("clerk", "clerk-" + committee, committee);
  }

  private String account(String name, String group, String tenant) {
    User user = identity.newUser(prefix + name);
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    if (identity.createGroupQuery().groupId(group).count() == 0) {
      identity.saveGroup(identity.newGroup(group));
    }
    identity.createMembership(user.getId(), group);
    identity.createTenantUserMembership(tenant, user.getId());
    return user.getId();
  }

  Task task(String element) {
    return of(element).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError(element + " is not open, but " + open()));
  }

  List<Task> of(String element) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key())
        .taskDefinitionKey(element)
        .list();
  }

  List<String> open() {
    return tasks.createTaskQuery().processInstanceBusinessKey(key()).list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .distinct()
        .toList();
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
            .processInstanceBusinessKey(key())
            .count()
        > 0;
  }

  private void person(String id, String name, String where, String role, String tenant) {
    jdbc.sql(
            "insert into organization_person (id, name, member_status, organization, relation,"
                + " voting_right, mobility, sanction, circumstance, investigated)"
                + " values (?, ?, 'FORMAL', ?, 'HELD', true, 'NONE', 'NONE', 'NONE', false)")
        .params(id, name, where)
        .update();
    identity.saveUser(identity.newUser(id));
    identity.createTenantUserMembership(tenant, id);
    position(id, where, role);
  }

  private void position(String id, String where, String role) {
    jdbc.sql(
            "insert into organization_position (id, person_id, organization, role, title,"
                + " position_rank, term_from, granted) values (?, ?, ?, ?, '职务', 1, ?, true)")
        .params(UUID.randomUUID().toString(), id, where, role, LocalDate.of(2020, 1, 1))
        .update();
    String group = role.toLowerCase(Locale.ROOT) + "-" + where;
    if (identity.createGroupQuery().groupId(group).count() == 0) {
      identity.saveGroup(identity.newGroup(group));
    }
    identity.createMembership(id, group);
  }

  private void unit(String code, String name, String kind, String superior, String tenant) {
    jdbc.sql(
            "insert into organization_unit (code, name, kind, level, superior, tenant, path,"
                + " sort_order, active) values (?, ?, ?, 'COUNTY', ?, ?, ?, 1, true)")
        .params(
            code,
            name,
            kind,
            superior,
            tenant,
            superior == null ? "/" + code + "/" : "/" + superior + "/" + code + "/")
        .update();
  }

  private static Timestamp now() {
    return Timestamp.from(Instant.parse("2026-10-01T01:00:00Z"));
  }
}
