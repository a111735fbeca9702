package org.dangwu.memberreview;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Does tasks of a review as people do them: on their pages, in the dossier, in Tasklist. */
public class ReviewHand {

  private final TaskService tasks;
  private final FormService forms;
  private final IdentityService identity;
  private final Organizations organizations;
  private final TaskModels models;
  private final Dossiers dossiers;
  private final DocumentCatalogue catalogue;
  private final Unrestricted unrestricted;
  private final JdbcClient jdbc;
  private final MockMvc web;

  ReviewHand(
      TaskService tasks,
      FormService forms,
      IdentityService identity,
      Organizations organizations,
      TaskModels models,
      Dossiers dossiers,
      DocumentCatalogue catalogue,
      Unrestricted unrestricted,
      JdbcClient jdbc,
      MockMvc web) {
    this.tasks = tasks;
    this.forms = forms;
    this.identity = identity;
    this.organizations = organizations;
    this.models = models;
    this.dossiers = dossiers;
    this.catalogue = catalogue;
    this.unrestricted = unrestricted;
    this.jdbc = jdbc;
    this.web = web;
  }

  /** Acts as a person: his groups and tenants are those that his positions give him. */
  void as(String person) {
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
  String performer(Task task) {
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
  void fills(Task task, String person, String page, Map<String, ?> form) throws Exception {
    claim(task, person);
    String path = page.replace("{}", task.getId());
    send(person, get(path));
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

  /** Opens a page of a task that he has claimed. */
  void opens(Task task, String person, String page) throws Exception {
    claim(task, person);
    send(person, get(page.replace("{}", task.getId())));
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

  /** Writes every section of the documents of a task. */
  void writes(Task task, String person, String line) {
    claim(task, person);
    as(person);
    try {
      TaskView view = models.find(task.getId()).orElseThrow();
      String about = view.property("dossier.subject");
      for (String type : view.property("dossier.write").split(",")) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (DocumentSection section : catalogue.sections(type)) {
          texts.put(
              section.key(),
              switch (section.kind()) {
                case TEXT -> "按要求办理的内容。";
                case LINE -> section.key().equals("selfGrade") ? line : "按要求办理";
                case DATE -> view.due() == null ? "2026-11-03" : "2026-11-05";
                case NUMBER -> "1";
              });
        }
        String subject =
            catalogue.find(type).orElseThrow().perPerson() && about != null ? view.fact(about) : "";
        dossiers.write(new DocumentKey(view.fact("caseId"), type, subject), texts, person);
      }
    } finally {
      identity.clearAuthentication();
    }
  }

  void completes(Task task, String person, Map<String, Object> answers) {
    claim(task, person);
    as(person);
    try {
      forms.submitTaskForm(task.getId(), answers);
    } finally {
      identity.clearAuthentication();
    }
  }

  private void claim(Task task, String person) {
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

  /** Ids of the objects of a round. */
  List<String> objects(String round) {
    return jdbc.sql("select object_id from ballot_object where round_id = ?")
        .param(round)
        .query(String.class)
        .list();
  }

  /** A task with a sheet of verification or disposal. */
  boolean sheet(Task task, String person, LocalDate today) throws Exception {
    String page = "/worksheet/task/" + task.getId();
    claim(task, person);
    String html = send(person, get(page)).getResponse().getContentAsString();
    Map<String, Object> answers = answers(task.getTaskDefinitionKey(), today, html);
    fills(task, person, page, answers);
    completes(task, person, Map.of());
    return true;
  }

  private static Map<String, Object> answers(String element, LocalDate today, String html) {
    Map<String, Object> form = new LinkedHashMap<>();
    switch (element) {
      case "UserTask_AppointInvestigators" -> {
        List<String> formal = options(html, "lead");
        // not those who will have to approve the conclusion
        form.put("lead", formal.get(formal.size() - 1));
        form.put("others", List.of(formal.get(formal.size() - 2)));
        form.put("guidance", "请依据事实核实");
      }
      case "UserTask_RecordFindings" -> {
        form.put("findings", "经走访，情况属实");
        form.put("evidence", "工作安排记录三份");
        form.put("confirmed", List.of("NO_WORK"));
      }
      case "UserTask_Countersign" -> form.put("opinion", "AGREE");
      case "UserTask_Reply" -> {
        form.put("stance", "ACCEPTS");
        form.put("reply", "我承认，愿意改正");
      }
      case "UserTask_RecordReply" -> {
        form.put("way", "ORAL");
        form.put("on", today);
        form.put("record", "本人承认并愿意改正");
      }
      case "UserTask_Conclude" -> {
        form.put("conclusion", "CONFIRMED");
        form.put("reason", "证据充分");
      }
      case "UserTask_ReviewConclusion" -> {
        form.put("decision", "AGREE");
        form.put("opinion", "同意");
      }
      default -> disposalAnswers(element, today, html, form);
    }
    return form;
  }

  private static void disposalAnswers(
      String element, LocalDate today, String html, Map<String, Object> form) {
    switch (element) {
      case "UserTask_ProposeDisposal" -> {
        form.put("ground", "LACKS_WILL");
        form.put("facts", "一年来多次不做党组织分配的工作");
        form.put("acknowledges", "YES");
        form.put("willing", "YES");
        form.put("refusesToLeave", "NO");
        form.put("disciplineMatter", "NO");
        form.put("alreadyPunished", "NO");
        form.put("measure", "DEADLINE");
        form.put("reason", "本人认错并愿意改正");
        form.put("months", 12);
        form.put("help", "由支部书记和一名委员帮助");
        form.put("firstTalker", options(html, "firstTalker").get(0));
        form.put("secondTalker", options(html, "firstTalker").get(1));
        form.put("meetingDate", today);
        form.put("committeeDue", 5);
        form.put("committeePresent", 5);
        form.put("committeeApprove", 5);
      }
      case "UserTask_HoldTalk" -> {
        form.put("way", "HELD");
        form.put("on", today);
        form.put("place", "支部活动室");
        form.put("told", "告知评定结果和处置意见");
        form.put("said", "接受，愿意改正");
      }
      case "UserTask_ConfirmTalk" -> form.put("opinion", "CORRECT");
      case "UserTask_PreReview" -> {
        form.put("decision", "AGREE");
        form.put("opinion", "同意，派人到会指导");
        form.put("representative", options(html, "representative").get(0));
      }
      case "UserTask_CallAssembly" -> {
        form.put("on", today);
        form.put("place", "社区会议室");
      }
      case "UserTask_ConsentExclusions" -> form.put("opinion", "没有需要审定的人员");
      case "UserTask_HoldDisposalAssembly" -> {
        form.put("on", today);
        form.put("representativePresent", "YES");
        form.put("representative", options(html, "representative").get(0));
        form.put("personPresent", "PRESENT");
        form.put("defence", "本人作了检讨，没有申辩");
        form.put("discussion", "与会党员认为处置恰当");
        form.put("present", 21);
        form.put("way", "SECRET");
        form.put("issued", 21);
        form.put("collected", 21);
        form.put("chiefTeller", options(html, "chiefTeller").get(0));
        form.put("teller", options(html, "chiefTeller").get(1));
        form.put("approve", 18);
        form.put("oppose", 1);
        form.put("abstain", 1);
        form.put("invalid", 1);
      }
      case "UserTask_ApproveDisposal" -> {
        form.put("decision", "APPROVE");
        form.put("on", today);
        form.put("due", 9);
        form.put("present", 8);
        form.put("approve", 8);
        form.put("number", "青党发〔2027〕3号");
        form.put("reason", "同意支部大会决议");
      }
      case "UserTask_Announce" -> {
        form.put("on", today);
        form.put("delivery", "SIGNED");
        form.put("appealTold", "YES");
      }
      case "UserTask_CheckCorrection" -> {
        form.put("on", today);
        form.put("situation", "能够按时完成分配的工作");
        form.put("help", "每月谈心一次");
        form.put("next", "继续帮助");
      }
      case "UserTask_DecideExpiry" -> {
        form.put("on", today);
        form.put("situation", "一年来转变明显");
        form.put("personOpinion", "感谢组织帮助");
        form.put("due", 23);
        form.put("present", 20);
        form.put("approve", 19);
        form.put("result", "IMPROVED");
        form.put("reason", "已经改正");
      }
      case "UserTask_RegisterOutcome" -> {
        form.put("on", today);
        form.put("number", "青党发〔2028〕1号");
      }
      default -> throw new IllegalStateException("Nobody said how to do " + element);
    }
  }

  /** Values of a list or of the boxes of a form, without the empty one. */
  static List<String> options(String html, String name) {
    Matcher list =
        Pattern.compile("<select[^>]*name=\"" + name + "\".*?</select>", Pattern.DOTALL)
            .matcher(html);
    Pattern value =
        list.find()
            ? Pattern.compile("<option[^>]*value=\"([^\"]+)\"")
            : Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]+)\"");
    String where = list.reset().find() ? list.group() : html;
    return value.matcher(where).results().map(found -> found.group(1)).toList();
  }
}
