package org.dangwu.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A body of the demo county, its people and its superior's, and what they do on the pages that
 * Tasklist shows them.
 */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import({AdjustableClock.Configuration.class, NamedProblems.class})
abstract class RectificationStage {

  static final LocalDate LISTED = LocalDate.of(2026, 12, 20);
  static final LocalDate DUE = LocalDate.of(2027, 1, 31);

  @Autowired MockMvc web;
  @Autowired ObjectMapper json;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired ManagementService management;
  @Autowired IdentityService identity;
  @Autowired Unrestricted unrestricted;
  @Autowired Organizations organizations;
  @Autowired Dossiers dossiers;
  @Autowired Rectifications rectifications;
  @Autowired AdjustableClock clock;

  private static int next;

  String body;
  String other;
  String caseId;
  String number;
  String office;
  String principal;
  String member;
  String department;

  @BeforeEach
  void aBodyWithARunOfItsOwn() {
    clock.setTo(LISTED);
    List<String> bodies = bodies();
    body = bodies.get(next);
    other = bodies.get((next + 1) % bodies.size());
    number = "RT-2026-%s-%d".formatted(body, next);
    next++;
    caseId = UUID.randomUUID().toString();
    office = organizations.holders(Role.OFFICE, body).get(0);
    principal = organizations.holders(Role.PRINCIPAL, body).get(0);
    member = organizations.leadingBody(body).get(1).personId();
    department =
        organizations
            .holders(
                Role.STAFF, organizations.superiorOrganizationDepartment(body).orElseThrow().code())
            .get(0);
    unrestricted.run(
        () ->
            repository
                .createDeployment()
                .name("rectification-probe")
                .enableDuplicateFiltering(true)
                .addClasspathResource("rectification/rectification-probe.bpmn")
                .addClasspathResource("rectification/secretary-list-probe.bpmn")
                .deploy());
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  /** A run of the procedure, and the process in which the list of this body is written. */
  String begin(String process, String kind, String organization, Map<String, Object> facts) {
    Map<String, Object> variables = new LinkedHashMap<>(facts);
    variables.put("caseId", caseId);
    variables.put("organization", body);
    variables.put("organizationName", organizations.get(body).name());
    String started =
        unrestricted.call(
            () -> runtime.startProcessInstanceByKey(process, number, variables).getId());
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_by, started_at, state)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(
            caseId,
            kind,
            organization,
            organizations.get(organization).name(),
            facts.get("year"),
            number,
            number,
            started,
            office,
            OffsetDateTime.now(clock))
        .update();
    return started;
  }

  Map<String, String> row(String field, String value) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("problem", "基层联系点走访次数不足");
    row.put("goal", "每季度走访一次");
    row.put("measures", "列出计划，逐月检查");
    row.put("owner", member);
    row.put("dueOn", DUE.toString());
    row.put("severity", "ORDINARY");
    row.put("helpNeeded", "");
    if (field.equals("problem")) {
      row.replaceAll((key, text) -> key.equals("severity") ? text : "");
    }
    if (!field.isEmpty()) {
      row.put(field, value);
    }
    return row;
  }

  ResultActions save(Task list, int revision, List<Map<String, String>> rows, String reason)
      throws Exception {
    return page(
        list.getAssignee(),
        put("/rectification/task/" + list.getId() + "/list")
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                json.writeValueAsString(
                    Map.of("revision", revision, "rows", rows, "noneReason", reason)))
            .with(csrf()));
  }

  ResultActions act(String person, Task task, String deed, Map<String, String> typed)
      throws Exception {
    MockHttpServletRequestBuilder request =
        post("/rectification/task/" + task.getId() + "/" + deed).with(csrf());
    typed.forEach(request::param);
    return page(person, request);
  }

  ResultActions page(String person, MockHttpServletRequestBuilder request) throws Exception {
    as(person);
    try {
      return web.perform(request.with(user(person)));
    } finally {
      identity.clearAuthentication();
    }
  }

  void as(String person) {
    List<String> groups =
        person.equals("admin")
            ? List.of("camunda-admin")
            : organizations.positionsOf(person).stream()
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

  Task claim(String element, String person) {
    Task task = one(element);
    as(person);
    try {
      tasks.claim(task.getId(), person);
    } finally {
      identity.clearAuthentication();
    }
    return one(element);
  }

  void complete(Task task, String person) {
    as(person);
    try {
      forms.submitTaskForm(task.getId(), Map.of());
    } finally {
      identity.clearAuthentication();
    }
  }

  Task one(String element) {
    List<Task> open = open(element);
    assertThat(open).as(element).hasSize(1);
    return open.get(0);
  }

  List<Task> open(String element) {
    return unrestricted.call(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(element)
                .list());
  }

  RectificationItem item() {
    return rectifications.find(number + "-Z01").orElseThrow();
  }

  void runJobs() {
    List<Job> waiting;
    do {
      waiting =
          unrestricted.call(
              () ->
                  management.createJobQuery().messages().list().stream()
                      .filter(job -> job.getProcessDefinitionKey().startsWith("rectification"))
                      .toList());
      waiting.forEach(job -> unrestricted.run(() -> management.executeJob(job.getId())));
    } while (!waiting.isEmpty());
  }

  int messages(String template, String person) {
    return jdbc.sql(
            "select count(*) from notification_message where template = ? and recipient = ? and case_id = ?")
        .params(template, person, caseId)
        .query(Integer.class)
        .single();
  }

  /** A member of another body who has nothing to do with this one. */
  String stranger() {
    return organizations.leadingBody(other).get(2).personId();
  }

  /** Bodies that could do it, from the end: other tests of this application begin at the start. */
  private List<String> bodies() {
    List<String> found = new ArrayList<>();
    for (Organization candidate : organizations.all()) {
      if (candidate.kind().hasLeadingBody()
          && organizations.leadingBody(candidate.code()).size() > 3
          && !organizations.holders(Role.OFFICE, candidate.code()).isEmpty()
          && organizations.superiorOrganizationDepartment(candidate.code()).isPresent()) {
        found.add(0, candidate.code());
      }
    }
    return found;
  }
}
