package org.dangwu.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.Organizations;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The hand of a person of the demo county at the sheets of one process instance. */
public final class SheetHand {

  private final MockMvc web;
  private final TaskService tasks;
  private final FormService forms;
  private final ManagementService management;
  private final IdentityService identity;
  private final Organizations organizations;
  private final Unrestricted unrestricted;
  private final String instance;

  public SheetHand(ApplicationContext application, MockMvc web, String instance) {
    this.web = web;
    this.tasks = application.getBean(TaskService.class);
    this.forms = application.getBean(FormService.class);
    this.management = application.getBean(ManagementService.class);
    this.identity = application.getBean(IdentityService.class);
    this.organizations = application.getBean(Organizations.class);
    this.unrestricted = application.getBean(Unrestricted.class);
    this.instance = instance;
  }

  /** Claims where needed, fills in, saves, completes. */
  public void does(String person, String element, Map<String, String> answers) throws Exception {
    Task task = take(person, element);
    save(person, task, answers).andExpect(status().is3xxRedirection());
    complete(person, task);
    runJobs();
  }

  public Task take(String person, String element) {
    Task task = one(element, person);
    if (task.getAssignee() == null) {
      as(person);
      try {
        tasks.claim(task.getId(), person);
      } finally {
        identity.clearAuthentication();
      }
    }
    return task;
  }

  public ResultActions save(String person, Task task, Map<String, String> answers)
      throws Exception {
    MockHttpServletRequestBuilder request = post("/worksheet/task/" + task.getId()).with(csrf());
    answers.forEach((field, value) -> request.param(field, value.split(",,")));
    return page(person, request);
  }

  public void complete(String person, Task task) {
    as(person);
    try {
      forms.submitTaskForm(task.getId(), Map.of());
    } finally {
      identity.clearAuthentication();
    }
  }

  public ResultActions page(String person, MockHttpServletRequestBuilder request) throws Exception {
    as(person);
    try {
      return web.perform(request.with(user(person)));
    } finally {
      identity.clearAuthentication();
    }
  }

  public List<Task> open(String element) {
    return unrestricted.call(
        () ->
            tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(element).list());
  }

  public List<String> openElements() {
    return unrestricted.call(
        () ->
            tasks.createTaskQuery().processInstanceId(instance).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList());
  }

  public void fire(String timer) {
    unrestricted.run(
        () ->
            management.executeJob(
                management
                    .createJobQuery()
                    .processInstanceId(instance)
                    .activityId(timer)
                    .timers()
                    .singleResult()
                    .getId()));
    runJobs();
  }

  public void runJobs() {
    List<Job> waiting;
    do {
      waiting =
          unrestricted.call(
              () -> management.createJobQuery().processInstanceId(instance).messages().list());
      waiting.forEach(job -> unrestricted.run(() -> management.executeJob(job.getId())));
    } while (!waiting.isEmpty());
  }

  /** The open task of the element; his own where several people have one. */
  private Task one(String element, String person) {
    List<Task> open = open(element);
    assertThat(open).as(element + " among " + openElements()).isNotEmpty();
    return open.stream()
        .filter(task -> person.equals(task.getAssignee()))
        .findFirst()
        .orElse(open.get(0));
  }

  private void as(String person) {
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
}
