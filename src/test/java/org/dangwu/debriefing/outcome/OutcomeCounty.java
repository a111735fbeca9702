package org.dangwu.debriefing.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.lifemeeting.Deadlines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A county committee with its organisation department and two towns whose secretaries gave their
 * accounts, and a run that waits at any step after the study.
 */
final class OutcomeCounty {

  final String prefix = "o" + UUID.randomUUID().toString().substring(0, 8);
  final String county = prefix + "A";
  final String department = prefix + "Z";
  final String east = prefix + "E";
  final String west = prefix + "W";
  final String village = prefix + "V";
  final String hamlet = prefix + "H";
  final String caseId = UUID.randomUUID().toString();
  final String eastEntry = UUID.randomUUID().toString();
  final String westEntry = UUID.randomUUID().toString();

  final String organizer;
  final String countySecretary;
  final String eastSecretary;
  final String westSecretary;
  final String villager;
  final String neighbour;

  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final IdentityService identity;
  private final Clock clock;
  private final MockMvc web;
  private String instance;

  OutcomeCounty(
      JdbcClient jdbc,
      RuntimeService runtime,
      TaskService tasks,
      IdentityService identity,
      Clock clock,
      MockMvc web) {
    this.jdbc = jdbc;
    this.runtime = runtime;
    this.tasks = tasks;
    this.identity = identity;
    this.clock = clock;
    this.web = web;
    identity.saveTenant(identity.newTenant(county));
    unit(county, "云岭县委", "COMMITTEE", "COUNTY", null);
    unit(department, "云岭县委组织部", "ORGANIZATION_DEPARTMENT", "COUNTY", county);
    unit(east, "东河镇党委", "COMMITTEE", "TOWNSHIP", county);
    unit(west, "西山镇党委", "COMMITTEE", "TOWNSHIP", county);
    unit(village, "东河镇石桥村党支部", "BRANCH", "GRASSROOTS", east);
    unit(hamlet, "西山镇松林村党支部", "BRANCH", "GRASSROOTS", west);
    organizer = person("organizer", "周承办", department, "STAFF");
    countySecretary = person("first", "李县委", county, "PRINCIPAL");
    eastSecretary = person("east", "王东河", east, "PRINCIPAL");
    westSecretary = person("west", "赵西山", west, "PRINCIPAL");
    villager = person("villager", "钱石桥", village, null);
    neighbour = person("neighbour", "孙松林", hamlet, null);
    entry(eastEntry, east, "东河镇党委", eastSecretary, "王东河", "OWN", 1);
    entry(westEntry, west, "西山镇党委", westSecretary, "赵西山", "UNIT", 2);
  }

  /** The open task at an element of the debriefing, held by a person. */
  Task reach(String element, String holder) {
    reach(element);
    return take(element, holder);
  }

  /** A run that has come to an element of the debriefing. */
  void reach(String element) {
    Map<String, Object> facts = new HashMap<>();
    facts.put(DebriefingProcess.CASE_ID, caseId);
    facts.put(DebriefingProcess.ORGANIZATION, county);
    facts.put(DebriefingProcess.ORGANIZATION_NAME, "云岭县委");
    facts.put(DebriefingProcess.YEAR, LocalDate.now(clock).getYear());
    facts.put("procedure", "述职评议考核");
    facts.put(DebriefingProcess.HAS_SUPERIOR, DebriefingProcess.NO);
    facts.put(
        DebriefingProcess.REPORT_UP_DUE_DATE, Deadlines.startOf(LocalDate.now(clock).plusDays(30)));
    instance =
        runtime
            .createProcessInstanceByKey(DebriefingProcess.KEY)
            .startBeforeActivity(element)
            .setVariables(facts)
            .execute()
            .getId();
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_by, started_at, state)"
                + " values (?, 'DEBRIEFING', ?, '云岭县委', ?, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(
            caseId,
            county,
            LocalDate.now(clock).getYear(),
            "DB-" + county,
            "DB-" + county,
            instance,
            organizer,
            Timestamp.from(Instant.parse("2026-11-01T01:00:00Z")))
        .update();
  }

  /** A step that the run has come to, held by a person. */
  Task take(String element, String holder) {
    Task task = open(element);
    tasks.setAssignee(task.getId(), holder);
    return open(element);
  }

  Task open(String element) {
    return tasks
        .createTaskQuery()
        .processInstanceId(instance)
        .taskDefinitionKey(element)
        .singleResult();
  }

  String instance() {
    return instance;
  }

  void complete(Task task, Map<String, Object> facts) {
    as(task.getAssignee(), () -> tasks.complete(task.getId(), facts));
  }

  void as(String person, Runnable work) {
    identity.setAuthentication(person, groups(person), List.of(county));
    try {
      work.run();
    } finally {
      identity.clearAuthentication();
    }
  }

  String shown(MockHttpServletRequestBuilder request, String person) throws Exception {
    MockHttpServletResponse response = answer(request, person);
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  int status(MockHttpServletRequestBuilder request, String person) throws Exception {
    return answer(request, person).getStatus();
  }

  List<String> told(String words) {
    return jdbc.sql(
            "select recipient from notification_message where organization = ? and subject like ?")
        .params(county, "%" + words + "%")
        .query(String.class)
        .list();
  }

  static Map<String, String> report(String problems) {
    Map<String, String> report = new LinkedHashMap<>();
    report.put("duties", "认真履行第一责任人职责。");
    report.put("achievements", "建成党群服务中心三处。");
    report.put("problems", problems);
    report.put("causes", "抓工作韧劲不足。");
    report.put("previousRectification", "上年五项问题完成整改。");
    report.put("nextPlan", "每月研究一次党建工作。");
    return report;
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String person)
      throws Exception {
    identity.setAuthentication(person, groups(person), List.of(county));
    try {
      return web.perform(request.with(user(person)).with(csrf())).andReturn().getResponse();
    } finally {
      identity.clearAuthentication();
    }
  }

  private List<String> groups(String person) {
    return identity.createGroupQuery().groupMember(person).list().stream()
        .map(group -> group.getId())
        .toList();
  }

  private void unit(String code, String name, String kind, String level, String superior) {
    String above =
        superior == null
            ? "/"
            : jdbc.sql("select path from organization_unit where code = ?")
                .param(superior)
                .query(String.class)
                .single();
    jdbc.sql(
            "insert into organization_unit (code, name, kind, level, superior, tenant, path,"
                + " sort_order, active) values (?, ?, ?, ?, ?, ?, ?, 1, true)")
        .params(code, name, kind, level, superior, county, above + code + "/")
        .update();
  }

  private String person(String suffix, String name, String organization, String role) {
    String id = prefix + suffix;
    jdbc.sql(
            "insert into organization_person (id, name, member_status, organization, relation,"
                + " voting_right, mobility, sanction, circumstance, investigated)"
                + " values (?, ?, 'FORMAL', ?, 'HELD', true, 'NONE', 'NONE', 'NONE', false)")
        .params(id, name, role == null ? organization : department)
        .update();
    identity.saveUser(identity.newUser(id));
    identity.createTenantUserMembership(county, id);
    if (role != null) {
      jdbc.sql(
              "insert into organization_position (id, person_id, organization, role, title,"
                  + " position_rank, term_from, granted) values (?, ?, ?, ?, '书记', 1, ?, true)")
          .params(UUID.randomUUID().toString(), id, organization, role, LocalDate.of(2020, 1, 1))
          .update();
      String group = role.toLowerCase(java.util.Locale.ROOT) + "-" + organization;
      if (identity.createGroupQuery().groupId(group).count() == 0) {
        identity.saveGroup(identity.newGroup(group));
      }
      identity.createMembership(id, group);
    }
    return id;
  }

  private void entry(
      String entryId,
      String organization,
      String organizationName,
      String person,
      String name,
      String authority,
      int order) {
    jdbc.sql(
            "insert into debrief_entry (entry_id, case_id, organization, organization_name,"
                + " person_id, person_name, title, unit_type, category, entry_mode, table_mode,"
                + " mode_required, exception_reason, entry_state, graded, authority, entry_order,"
                + " source_note) values (?, ?, ?, ?, ?, ?, '书记', 'TOWN', 'TOWN', 'ONSITE',"
                + " 'ONSITE', true, null, 'ACTIVE', true, ?, ?, '')")
        .params(entryId, caseId, organization, organizationName, person, name, authority, order)
        .update();
  }
}
