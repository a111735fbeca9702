package org.dangwu.debriefing.session;

import java.sql.Timestamp;
import java.time.Clock;
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
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A committee with its organisation department, secretaries below it and people invited to rate;
 * and a run whose plan is agreed.
 */
final class EnlargedMeeting {

  final String prefix = "m" + UUID.randomUUID().toString().substring(0, 8);
  final String committee = prefix + "C";
  final String department = prefix + "D";
  final String caseId = UUID.randomUUID().toString();
  final String principal = prefix + "p1";
  final List<String> members = List.of(principal, prefix + "p2", prefix + "p3");
  final String recorder = prefix + "rec";
  final List<String> staff = List.of(prefix + "s1", prefix + "s2", prefix + "s3");
  final List<String> debriefers = new ArrayList<>();
  final List<String> entries = new ArrayList<>();
  final List<String> masses = new ArrayList<>();

  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final IdentityService identity;
  private final Clock clock;

  String instance;

  EnlargedMeeting(
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
    unit(committee, "云山县委", "COMMITTEE", null);
    unit(department, "云山县委组织部", "ORGANIZATION_DEPARTMENT", committee);
    identity.saveTenant(identity.newTenant(committee));
    for (int i = 0; i < members.size(); i++) {
      person(members.get(i), "常委" + (i + 1), committee, i == 0 ? "PRINCIPAL" : "MEMBER");
    }
    person(recorder, "记录人", committee, "RECORDER");
    staff.forEach(one -> person(one, "组工" + one.charAt(one.length() - 1), department, "STAFF"));
  }

  /** Secretaries of units below; the last {@code written} of them report in writing. */
  void secretaries(int onSite, int written) {
    for (int i = 1; i <= onSite + written; i++) {
      String code = prefix + "U" + i;
      String person = prefix + "d" + i;
      unit(code, "第" + i + "镇党委", "COMMITTEE", committee);
      person(person, "书记" + i, code, "SECRETARY");
      debriefers.add(person);
      String entry = UUID.randomUUID().toString();
      entries.add(entry);
      String mode = i <= onSite ? "ONSITE" : "WRITTEN";
      jdbc.sql(
              "insert into debrief_entry (entry_id, case_id, organization, organization_name,"
                  + " person_id, person_name, title, unit_type, category, entry_mode, table_mode,"
                  + " mode_required, entry_state, graded, authority, entry_order, source_note)"
                  + " values (?, ?, ?, ?, ?, ?, '党委书记', 'TOWN', 'TOWN', ?, ?, ?, 'ACTIVE', true,"
                  + " 'OWN', ?, '')")
          .params(
              entry, caseId, code, "第" + i + "镇党委", person, "书记" + i, mode, mode, i <= onSite, i)
          .update();
    }
  }

  /** Classes with their weights; people from the masses are invited. */
  void plan(String commentMode, int leaders, int peers, int grassroots, int invited) {
    jdbc.sql(
            "insert into debrief_plan (case_id, plan_year, session_on, place, comment_mode,"
                + " rate_written, max_good_percent, remark, agreed, saved_by, saved_at)"
                + " values (?, ?, ?, '县委礼堂', ?, false, 40, '', true, ?, ?)")
        .params(caseId, year(), LocalDate.now(clock), commentMode, staff.get(0), now())
        .update();
    voters("LEADERS", "领导班子成员", leaders, 1);
    voters("PEERS", "述职人", peers, 2);
    voters("GRASSROOTS", "基层党员干部群众代表", grassroots, 3);
    for (int i = 1; i <= invited; i++) {
      String person = prefix + "v" + i;
      person(person, "代表" + i, committee, null);
      masses.add(person);
      jdbc.sql(
              "insert into debrief_plan_participant (case_id, person_id, class_code,"
                  + " participant_order) values (?, ?, 'GRASSROOTS', ?)")
          .params(caseId, person, i)
          .update();
    }
  }

  private void voters(String code, String label, int weight, int order) {
    jdbc.sql(
            "insert into debrief_plan_class (case_id, class_code, label, weight, sheets,"
                + " class_order) values (?, ?, ?, ?, 0, ?)")
        .params(caseId, code, label, weight, order)
        .update();
  }

  void begin(String element, Map<String, Object> more) {
    Map<String, Object> facts =
        new HashMap<>(
            Map.of(
                "caseId", caseId,
                "procedure", "DEBRIEFING",
                "organization", committee,
                "organizationName", "云山县委",
                "year", year(),
                "hasSession", "YES",
                "hasWritten", "NO",
                "commentMode", "ONE_BY_ONE"));
    facts.put("sessionDate", Date.from(clock.instant()));
    facts.put("studyDate", Date.from(clock.instant()));
    facts.putAll(more);
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, tenant, started_by,"
                + " started_at, state) values (?, 'DEBRIEFING', ?, '云山县委', ?, ?, ?, ?, ?, ?, ?,"
                + " 'RUNNING')")
        .params(caseId, committee, year(), key(), key(), prefix, committee, staff.get(0), now())
        .update();
    instance =
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
        .toList();
  }

  /** A routing fact, wherever in the run it is kept. */
  Object fact(String name) {
    return runtime
        .createVariableInstanceQuery()
        .processInstanceIdIn(instance)
        .variableName(name)
        .singleResult()
        .getValue();
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

  int year() {
    return LocalDate.now(clock).getYear();
  }

  private String key() {
    return "DB-" + committee;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private void person(String id, String name, String where, String role) {
    jdbc.sql(
            "insert into organization_person (id, name, member_status, organization, relation,"
                + " voting_right, mobility, sanction, circumstance, investigated)"
                + " values (?, ?, 'FORMAL', ?, 'HELD', true, 'NONE', 'NONE', 'NONE', false)")
        .params(id, name, where)
        .update();
    identity.saveUser(identity.newUser(id));
    identity.createTenantUserMembership(committee, id);
    if (role != null) {
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
            committee,
            superior == null ? "/" + code + "/" : "/" + superior + "/" + code + "/")
        .update();
  }
}
