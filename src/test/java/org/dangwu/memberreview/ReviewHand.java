package org.dangwu.memberreview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Does tasks of a review as people do them: on their pages, in the dossier, in Tasklist. */
public class ReviewHand extends TaskHand {

  private final JdbcClient jdbc;

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
      MockMvc web,
      Clock clock) {
    super(
        tasks,
        forms,
        identity,
        organizations,
        models,
        dossiers,
        catalogue,
        unrestricted,
        web,
        clock);
    this.jdbc = jdbc;
  }

  /** Writes every section of the documents of a task. */
  void writes(Task task, String person, String selfGrade) {
    writes(task, person, Map.of("selfGrade", selfGrade));
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
    String html = opens(task, person, page);
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
