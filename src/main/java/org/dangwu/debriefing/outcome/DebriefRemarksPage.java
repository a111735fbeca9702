package org.dangwu.debriefing.outcome;

import java.security.Principal;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.organization.People;
import org.dangwu.publication.Remark;
import org.dangwu.publication.Remarks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the organizers read what readers remarked and note what was done about it (C18). */
@Controller
@RequestMapping("/debriefing/task/{taskId}/remarks")
class DebriefRemarksPage {

  private static final String STEP = Tasks.HANDLE_REMARKS;
  private static final int LONGEST = 1000;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

  private final DebriefTasks tasks;
  private final Remarks remarks;
  private final People people;
  private final DebriefSentences sentences;

  DebriefRemarksPage(
      DebriefTasks tasks, Remarks remarks, People people, DebriefSentences sentences) {
    this.tasks = tasks;
    this.remarks = remarks;
    this.people = people;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    return page(tasks.open(taskId, STEP, user.getName()), Map.of(), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    Map<String, String> typed = new LinkedHashMap<>();
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          for (Remark remark : remarks.ofCase(task.caseId())) {
            String handling = form.text("handling-" + remark.id());
            typed.put(remark.id(), handling);
            if (handling.length() > LONGEST) {
              throw sentences.refusal("outcome.remarks.long", String.valueOf(LONGEST));
            }
          }
          remarks.handle(task.caseId(), typed, user.getName());
          return sentences.say("outcome.remarks.saved");
        },
        model);
    return page(task, typed, model);
  }

  private String page(DeskTask task, Map<String, String> typed, Model model) {
    model.addAttribute("task", task);
    if (task.held()) {
      model.addAttribute("longest", LONGEST);
      model.addAttribute(
          "rows",
          remarks.ofCase(task.caseId()).stream()
              .map(
                  remark ->
                      new Row(
                          remark.id(),
                          remark.title(),
                          DAY.format(remark.day()),
                          author(remark),
                          remark.text(),
                          typed.getOrDefault(remark.id(), remark.handling())))
              .toList());
    }
    return "debriefing/outcome/remarks";
  }

  private String author(Remark remark) {
    return remark.author() == null
        ? sentences.say("outcome.remarks.unsigned")
        : people.name(remark.author());
  }

  /** One remark. */
  public record Row(
      String id, String title, String day, String author, String text, String handling) {}
}
