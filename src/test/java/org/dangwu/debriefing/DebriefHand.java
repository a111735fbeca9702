package org.dangwu.debriefing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.Organizations;
import org.dangwu.testing.TaskHand;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Does single tasks of a debriefing as people do them: on their pages, in the dossier. */
public class DebriefHand extends TaskHand {

  /** Stands in whatever anybody writes, so that it is found where it must not be. */
  public static final String MARKER = "独有标记词";

  static final String PAGES = "/debriefing/task/{}/";

  private final JdbcClient jdbc;

  public DebriefHand(ApplicationContext application) {
    super(
        application.getBean(TaskService.class),
        application.getBean(FormService.class),
        application.getBean(IdentityService.class),
        application.getBean(Organizations.class),
        application.getBean(TaskModels.class),
        application.getBean(Dossiers.class),
        application.getBean(DocumentCatalogue.class),
        application.getBean(Unrestricted.class),
        application.getBean(MockMvc.class),
        application.getBean(Clock.class));
    this.jdbc = application.getBean(JdbcClient.class);
  }

  /** Sends a page of a debriefing task. */
  public void page(Task task, String person, String page, Map<String, ?> form) throws Exception {
    fills(task, person, PAGES + page, form);
  }

  /** Records what the team saw at each of the bodies that it went to. */
  public void fieldCheck(Task task, String leader, List<String> entries, LocalDate on)
      throws Exception {
    for (String entry : entries) {
      Map<String, Object> form = new LinkedHashMap<>();
      form.put("entry", entry);
      form.put("checkedOn", on);
      form.put("method", List.of("ON_SITE", "VISIT_MASSES"));
      form.put("places", said("机关办公区、两个党支部活动室"));
      form.put("peopleMet", said("党员六人、群众四人"));
      form.put("facts", said("抓党建责任落实到支部，党员群众了解年度重点工作。"));
      form.put("problems", said("个别支部组织生活质量不高。"));
      form.put("impression", SecretaryGrade.FAIRLY_GOOD.name());
      page(task, leader, "field-check", form);
    }
  }

  /** Says who came to the session: everybody but those who are absent. */
  public void attendance(Task task, String recorder, LocalDate on, Predicate<String> absent)
      throws Exception {
    String html = opens(task, recorder, PAGES + "attendance");
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("heldOn", on);
    form.put("startedAt", "09:00");
    for (String person : named(html, "presence-")) {
      boolean away = absent.test(person);
      form.put("presence-" + person, away ? "LEAVE" : "PRESENT");
      form.put("reason-" + person, away ? said("因公出差") : "");
    }
    page(task, recorder, "attendance", form);
  }

  /** Writes the opinion on one of them and proposes his grade. */
  public void opinion(Task task, String organizer, String entry, SecretaryGrade grade)
      throws Exception {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("daily", said("平时调研了解，工作扎实。"));
    form.put("fieldGrade", SecretaryGrade.FAIRLY_GOOD.name());
    form.put("dailyGrade", SecretaryGrade.FAIRLY_GOOD.name());
    form.put("achievements", said("党建责任制落实较好。"));
    form.put("problems", said("组织生活质量不够高"));
    form.put("grade", grade.name());
    form.put("reason", said("综合平时了解的情况提出"));
    page(task, organizer, "opinions/" + entry, form);
  }

  /** The committee studies the grades as a whole; everybody who is there agrees. */
  public void study(
      Task task,
      String recorder,
      LocalDate on,
      String chair,
      long present,
      Map<String, SecretaryGrade> grades)
      throws Exception {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("heldOn", on);
    form.put("chair", chair);
    form.put("hostLast", "yes");
    form.put("discussion", said("逐人研究，一致同意。"));
    form.put("approve", present);
    form.put("against", 0);
    form.put("abstain", 0);
    grades.forEach(
        (entry, grade) -> {
          form.put("grade-" + entry, grade.name());
          form.put("reason-" + entry, said("集体研究决定"));
        });
    page(task, recorder, "study", form);
  }

  /** Receipts for everybody who is on the list of the personnel files. */
  public void personnelFiles(Task task, String organizer, LocalDate on) throws Exception {
    String html = opens(task, organizer, PAGES + "personnel-files");
    Map<String, Object> form = new LinkedHashMap<>();
    int number = 1;
    for (String entry : named(html, "day-")) {
      form.put("day-" + entry, on);
      form.put("number-" + entry, "组档收〔2026〕" + number++ + "号");
      form.put("receiver-" + entry, "干部档案室");
    }
    page(task, organizer, "personnel-files", form);
  }

  /** What the superior's secretary says to one of them. */
  public void comment(Task task, String recorder, String entry, String problems) throws Exception {
    page(
        task,
        recorder,
        "session",
        Map.of(
            "run",
            task.getProcessInstanceId(),
            "entry",
            entry,
            "button",
            "stay",
            "problems-secretary",
            problems,
            "direction-secretary",
            said("抓实支部组织生活")));
  }

  /** Two tellers, nobody on paper. */
  public void rating(Task task, String organizer, LocalDate on, Predicate<String> teller)
      throws Exception {
    String html = opens(task, organizer, PAGES + "rating");
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("dueOn", on);
    form.put(
        "teller", options(html, "teller").stream().distinct().filter(teller).limit(2).toList());
    named(html, "sheets-").forEach(code -> form.put("sheets-" + code, 0));
    page(task, organizer, "rating", form);
  }

  /** Rates everybody but himself. */
  public void vote(Task task, String voter, String round, Map<String, SecretaryGrade> grades)
      throws Exception {
    Map<String, Object> form = new LinkedHashMap<>();
    objects(round).stream()
        .filter(object -> !object.equals(voter))
        .forEach(
            object ->
                form.put(
                    "grade-" + object,
                    grades.getOrDefault(object, SecretaryGrade.FAIRLY_GOOD).name()));
    sends(task, voter, "/ballot/" + round, form);
  }

  /** Ids of those who are rated in a round. */
  public List<String> objects(String round) {
    return jdbc.sql("select object_id from ballot_object where round_id = ?")
        .param(round)
        .query(String.class)
        .list();
  }

  /** A text that can be told from all others. */
  static String said(String text) {
    return MARKER + text;
  }

  /** Every section of a document with texts of its own. */
  static Map<String, String> paper(String... sections) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String section : sections) {
      texts.put(section, said("按实际情况写明。"));
    }
    return texts;
  }

  /** What follows the prefix in the names of the fields of a page, each once. */
  public static List<String> named(String html, String prefix) {
    Matcher found = Pattern.compile("name=\"" + prefix + "([^\"]+)\"").matcher(html);
    return found.results().map(one -> one.group(1)).distinct().toList();
  }

  /** The choices of the fields of that name. */
  public static List<String> options(String html, String field) {
    Matcher select =
        Pattern.compile("<select[^>]*name=\"" + field + "\".*?</select>", Pattern.DOTALL)
            .matcher(html);
    Pattern option = Pattern.compile("<option[^>]*value=\"([^\"]+)\"");
    return select
        .results()
        .flatMap(one -> option.matcher(one.group()).results())
        .map(one -> one.group(1))
        .toList();
  }
}
