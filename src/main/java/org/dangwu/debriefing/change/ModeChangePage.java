package org.dangwu.debriefing.change;

import java.security.Principal;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where it is asked that a secretary gives his account otherwise than planned (E26). */
@Controller
@RequestMapping("/debriefing/task/{taskId}/mode")
class ModeChangePage {

  private final DebriefTasks tasks;
  private final DebriefEntries entries;
  private final ModeBook book;
  private final ModeRules rules;
  private final DebriefSentences sentences;

  ModeChangePage(
      DebriefTasks tasks,
      DebriefEntries entries,
      ModeBook book,
      ModeRules rules,
      DebriefSentences sentences) {
    this.tasks = tasks;
    this.entries = entries;
    this.book = book;
    this.rules = rules;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = open(taskId, user);
    model.addAttribute("given", book.find(taskId).orElse(null));
    return page(task, model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    DeskTask task = open(taskId, user);
    Typed typed = new Typed(form);
    ModeRequest given =
        new ModeRequest(
            taskId,
            task.caseId(),
            typed.text("entry"),
            typed.choice(DebriefMode.class, "mode"),
            typed.text("reason"),
            user.getName());
    model.addAttribute("given", given);
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, DebriefingProcess.Tasks.REQUEST_MODE_CHANGE, user.getName());
          book.save(rules.checked(given, task.day(DebriefingProcess.SESSION_DATE).orElse(null)));
          return sentences.say("change.saved");
        },
        model);
    return page(task, model);
  }

  private DeskTask open(String taskId, Principal user) {
    return tasks.open(taskId, DebriefingProcess.Tasks.REQUEST_MODE_CHANGE, user.getName());
  }

  private String page(DeskTask task, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("entries", entries.active(task.caseId()));
    model.addAttribute("modes", DebriefMode.values());
    return "debriefing/mode";
  }
}
