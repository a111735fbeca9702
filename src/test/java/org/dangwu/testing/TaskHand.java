package org.dangwu.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Does tasks as people do them: on their pages, in the dossier, in Tasklist. */
public class TaskHand {

  private final TaskService tasks;
  private final FormService forms;
  private final IdentityService identity;
  private final Organizations organizations;
  private final TaskModels models;
  private final Dossiers dossiers;
  private final DocumentCatalogue catalogue;
  private final Unrestricted unrestricted;
  private final MockMvc web;
  private final Clock clock;

  public TaskHand(
      TaskService tasks,
      FormService forms,
      IdentityService identity,
      Organizations organizations,
      TaskModels models,
      Dossiers dossiers,
      DocumentCatalogue catalogue,
      Unrestricted unrestricted,
      MockMvc web,
      Clock clock) {
    this.tasks = tasks;
    this.forms = forms;
    this.identity = identity;
    this.organizations = organizations;
    this.models = models;
    this.dossiers = dossiers;
    this.catalogue = catalogue;
    this.unrestricted = unrestricted;
    this.web = web;
    this.clock = clock;
  }

  /** Acts as a person: his groups and tenants are those that his positions give him. */
  public void as(String person) {
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
  }

  /** Who would do the task: its assignee, or the first who holds one of its roles. */
  public String performer(Task task) {
    if (task.getAssignee() != null) {
      return task.getAssignee();
    }
    List<IdentityLink> links = unrestricted.call(() -> tasks.getIdentityLinksForTask(task.getId()));
    return links.stream()
        .filter(link -> link.getUserId() != null)
        .map(IdentityLink::getUserId)
        .findFirst()
        .orElseGet(
            () ->
                links.stream()
                    .map(link -> link.getGroupId().split("-", 2))
                    .flatMap(
                        role ->
                            organizations
                                .holders(Role.ofId(role[0]).orElseThrow(), role[1])
                                .stream())
                    .findFirst()
                    .orElseThrow(
                        () -> new IllegalStateException("Nobody can do " + task.getName())));
  }

  /** Fills in a page of a task and saves it; fails with the page's words when it is refused. */
  public void fills(Task task, String person, String page, Map<String, ?> form) throws Exception {
    opens(task, person, page);
    sends(task, person, page, form);
  }

  /** Sends to a page that is not opened itself, such as that of a button. */
  public void sends(Task task, String person, String page, Map<String, ?> form) throws Exception {
    claim(task, person);
    String path = page.replace("{}", task.getId());
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    form.forEach(
        (name, value) -> {
          if (value instanceof Collection<?> several) {
            several.forEach(one -> request.param(name, one.toString()));
          } else {
            request.param(name, value.toString());
          }
        });
    MvcResult answer = send(person, request);
    if (answer.getModelAndView() != null
        && answer.getModelAndView().getModel().get("refused") != null) {
      throw new AssertionError(path + ": " + answer.getModelAndView().getModel().get("refused"));
    }
  }

  /** Opens a page of a task that he has claimed, and reads it. */
  public String opens(Task task, String person, String page) throws Exception {
    claim(task, person);
    return reads(person, page.replace("{}", task.getId()));
  }

  /** Reads any page that is open to him. */
  public String reads(String person, String path) throws Exception {
    return send(person, get(path)).getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  /** The status with which a page answers him. */
  public int status(String person, String path) throws Exception {
    as(person);
    try {
      return web.perform(get(path).with(user(person))).andReturn().getResponse().getStatus();
    } finally {
      identity.clearAuthentication();
    }
  }

  private MvcResult send(String person, MockHttpServletRequestBuilder request) throws Exception {
    as(person);
    try {
      MvcResult answer = web.perform(request.with(user(person))).andReturn();
      if (answer.getResponse().getStatus() >= 400) {
        throw new AssertionError(
            answer.getRequest().getRequestURI() + " answers " + answer.getResponse().getStatus());
      }
      return answer;
    } finally {
      identity.clearAuthentication();
    }
  }

  /**
   * Writes every section of the documents of a task.
   *
   * @param texts what he writes in some sections, by their keys; the usual in the others
   */
  public void writes(Task task, String person, Map<String, String> texts) {
    claim(task, person);
    as(person);
    try {
      TaskView view = models.find(task.getId()).orElseThrow();
      String about = view.property("dossier.subject");
      for (String type : view.property("dossier.write").split(",")) {
        Map<String, String> paper = new LinkedHashMap<>();
        for (DocumentSection section : catalogue.sections(type)) {
          paper.put(section.key(), texts.getOrDefault(section.key(), usual(section)));
        }
        String subject =
            catalogue.find(type).orElseThrow().perPerson() && about != null ? view.fact(about) : "";
        dossiers.write(new DocumentKey(view.fact("caseId"), type, subject), paper, person);
      }
    } finally {
      identity.clearAuthentication();
    }
  }

  private String usual(DocumentSection section) {
    return switch (section.kind()) {
      case TEXT -> "按要求办理的内容。";
      case LINE -> "按要求办理";
      case DATE -> LocalDate.now(clock).toString();
      case NUMBER -> "1";
    };
  }

  public void completes(Task task, String person, Map<String, Object> answers) {
    claim(task, person);
    as(person);
    try {
      forms.submitTaskForm(task.getId(), answers);
    } finally {
      identity.clearAuthentication();
    }
  }

  public void claim(Task task, String person) {
    as(person);
    try {
      Task now =
          unrestricted.call(() -> tasks.createTaskQuery().taskId(task.getId()).singleResult());
      if (now.getAssignee() == null) {
        tasks.claim(task.getId(), person);
      }
    } finally {
      identity.clearAuthentication();
    }
  }
}
