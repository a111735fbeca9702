package org.dangwu.lifemeeting.observation;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.Organizations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Lets people of the demo county do their tasks, each as himself, on the guarded services. */
public class GuidanceDesk {

  private final MockMvc web;
  private final TaskService tasks;
  private final FormService forms;
  private final ManagementService management;
  private final IdentityService identity;
  private final Organizations organizations;
  private final Unrestricted unrestricted;
  private final JdbcClient jdbc;
  private final Clock clock;

  GuidanceDesk(
      MockMvc web,
      TaskService tasks,
      FormService forms,
      ManagementService management,
      IdentityService identity,
      Organizations organizations,
      Unrestricted unrestricted,
      JdbcClient jdbc,
      Clock clock) {
    this.web = web;
    this.tasks = tasks;
    this.forms = forms;
    this.management = management;
    this.identity = identity;
    this.organizations = organizations;
    this.unrestricted = unrestricted;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Works as this person, whose groups and tenants are those of his positions. */
  public <T> T as(String person, Supplier<T> work) {
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
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  /** The open tasks at an element that the person sees in his list. */
  public List<Task> seen(String person, String element) {
    return as(person, () -> tasks.createTaskQuery().taskDefinitionKey(element).listPage(0, 100));
  }

  /** Takes the first task at the element that the person sees; it must be one. */
  public Task take(String person, String element) {
    Task task =
        seen(person, element).stream()
            .filter(open -> open.getAssignee() == null || open.getAssignee().equals(person))
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError(
                        person + " sees no task at " + element + "; open are " + everywhere()));
    if (task.getAssignee() == null) {
      as(
          person,
          () -> {
            tasks.claim(task.getId(), person);
            return null;
          });
    }
    return task;
  }

  private List<String> everywhere() {
    return unrestricted.call(
        () ->
            tasks.createTaskQuery().list().stream()
                .map(task -> task.getTaskDefinitionKey() + " of " + task.getTenantId())
                .distinct()
                .toList());
  }

  public void submit(String person, Task task, Map<String, Object> inputs) {
    as(
        person,
        () -> {
          forms.submitTaskForm(task.getId(), new LinkedHashMap<>(inputs));
          return null;
        });
    runJobs();
  }

  public ResultActions show(String person, String path) throws Exception {
    return as(
        person,
        () -> {
          try {
            return web.perform(get(path).with(user(person)));
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  public ResultActions send(String person, String path, Map<String, String> fields) {
    MockHttpServletRequestBuilder request = post(path).with(user(person)).with(csrf());
    fields.forEach(request::param);
    return as(
        person,
        () -> {
          try {
            return web.perform(request);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Executes what waits for the job executor, each job once; timers stay. */
  public void runJobs() {
    Set<String> tried = new HashSet<>();
    for (boolean again = true; again; ) {
      again = false;
      for (Job job : management.createJobQuery().messages().withRetriesLeft().list()) {
        if (tried.add(job.getId())) {
          management.executeJob(job.getId());
          again = true;
        }
      }
    }
  }

  public void fire(String processInstanceId, String timer) {
    Job job =
        management
            .createJobQuery()
            .processInstanceId(processInstanceId)
            .activityId(timer)
            .timers()
            .singleResult();
    management.executeJob(job.getId());
    runJobs();
  }

  /** Records that the body of the run met with all its members present. */
  public void hold(String caseId, LocalDate day) {
    String task = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into lifemeeting_session (task_id, case_id, held_on, recorded_by, recorded_at)"
                + " values (?, ?, ?, 'p0001', ?)")
        .params(task, caseId, day, OffsetDateTime.now(clock))
        .update();
    jdbc.sql(
            "insert into lifemeeting_attendance (task_id, person_id, presence)"
                + " values (?, 'p0001', 'PRESENT')")
        .param(task)
        .update();
  }
}
