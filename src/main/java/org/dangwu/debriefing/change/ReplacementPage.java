package org.dangwu.debriefing.change;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dangwu.debriefing.DebriefCommittees.Member;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
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

/** Where a secretary who left his post is entered, and who receives the grade (E25). */
@Controller
@RequestMapping("/debriefing/task/{taskId}/replacement")
class ReplacementPage {

  private final DebriefTasks tasks;
  private final DebriefEntries entries;
  private final Replacements replacements;
  private final ReplacementBook book;
  private final ReplacementRules rules;
  private final DebriefSentences sentences;
  private final Clock clock;

  ReplacementPage(
      DebriefTasks tasks,
      DebriefEntries entries,
      Replacements replacements,
      ReplacementBook book,
      ReplacementRules rules,
      DebriefSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.entries = entries;
    this.replacements = replacements;
    this.book = book;
    this.rules = rules;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** Somebody who may come into the post of a secretary. */
  public record Candidate(String organizationName, Member member) {}

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
    Replacement given = given(task, new Typed(form), user.getName());
    model.addAttribute("given", given);
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, DebriefingProcess.Tasks.RECORD_REPLACEMENT, user.getName());
          book.save(rules.checked(given, task.day(DebriefingProcess.SESSION_DATE).orElse(null)));
          return sentences.say("change.saved");
        },
        model);
    return page(task, model);
  }

  private DeskTask open(String taskId, Principal user) {
    return tasks.open(taskId, DebriefingProcess.Tasks.RECORD_REPLACEMENT, user.getName());
  }

  private String page(DeskTask task, Model model) {
    List<DebriefEntry> active = entries.active(task.caseId());
    model.addAttribute("task", task);
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("entries", active);
    model.addAttribute(
        "candidates",
        active.stream()
            .flatMap(
                entry ->
                    replacements.successors(entry).stream()
                        .map(member -> new Candidate(entry.organizationName(), member)))
            .toList());
    model.addAttribute("parties", GradedParty.values());
    model.addAttribute("modes", DebriefMode.values());
    return "debriefing/replacement";
  }

  private static Replacement given(DeskTask task, Typed typed, String user) {
    String successor = typed.text("successor");
    return new Replacement(
        task.taskId(),
        task.caseId(),
        typed.text("entry"),
        successor,
        successor.isEmpty() ? null : typed.choice(DebriefMode.class, "successorMode"),
        typed.day("effectiveOn"),
        typed.choice(GradedParty.class, "gradedParty"),
        !"NO".equals(typed.text("predecessorGoesOn")),
        typed.text("reason"),
        user);
  }
}
