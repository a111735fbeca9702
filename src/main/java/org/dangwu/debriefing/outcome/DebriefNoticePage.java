package org.dangwu.debriefing.outcome;

import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.debriefing.outcome.NoticeRange.Group;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.dossier.PublicTexts;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the notice is drafted and its range is chosen (C17). */
@Controller
@RequestMapping("/debriefing/task/{taskId}/notice")
class DebriefNoticePage {

  static final String PAPER = "debriefNotice";
  static final String TEXT = "text";

  private static final int LONGEST = 10_000;

  private final DebriefTasks tasks;
  private final NoticeRange range;
  private final OutcomeBook book;
  private final Dossiers dossiers;
  private final PublicTexts publicTexts;
  private final DebriefSentences sentences;
  private final TransactionOperations transactions;

  DebriefNoticePage(
      DebriefTasks tasks,
      NoticeRange range,
      OutcomeBook book,
      Dossiers dossiers,
      PublicTexts publicTexts,
      DebriefSentences sentences,
      TransactionOperations transactions) {
    this.tasks = tasks;
    this.range = range;
    this.book = book;
    this.dossiers = dossiers;
    this.publicTexts = publicTexts;
    this.sentences = sentences;
    this.transactions = transactions;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, Tasks.DRAFT_NOTICE, user.getName());
    Set<String> saved = book.noticeRange(task.caseId());
    return page(
        task,
        task.held() ? text(task, user.getName()) : "",
        saved.isEmpty() ? usual(task) : saved,
        model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = tasks.open(taskId, Tasks.DRAFT_NOTICE, user.getName());
    String text = form.text(TEXT);
    Set<String> chosen = new LinkedHashSet<>(form.chosen("organization"));
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, Tasks.DRAFT_NOTICE, user.getName());
          check(task, text, chosen);
          transactions.executeWithoutResult(
              status -> {
                dossiers.write(
                    DocumentKey.of(task.caseId(), PAPER), Map.of(TEXT, text), user.getName());
                book.saveNoticeRange(task.caseId(), chosen);
              });
          return sentences.say("outcome.notice.saved", String.valueOf(chosen.size()));
        },
        model);
    return page(task, text, chosen, model);
  }

  private void check(DeskTask task, String text, Set<String> chosen) {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw sentences.refusal("outcome.notice.text", String.valueOf(LONGEST));
    }
    Set<String> possible =
        choices(task).values().stream()
            .flatMap(group -> group.keySet().stream())
            .collect(Collectors.toSet());
    if (chosen.isEmpty() || !possible.containsAll(chosen)) {
      throw sentences.refusal("outcome.notice.range");
    }
  }

  /** The committee itself and those who gave an account. */
  private Set<String> usual(DeskTask task) {
    Map<Group, Map<String, String>> choices = choices(task);
    Set<String> usual = new LinkedHashSet<>(choices.get(Group.OWN).keySet());
    usual.addAll(choices.get(Group.UNITS).keySet());
    return usual;
  }

  private Map<Group, Map<String, String>> choices(DeskTask task) {
    return range.choices(task.caseId(), task.organization());
  }

  private String text(DeskTask task, String user) {
    return dossiers
        .find(DocumentKey.of(task.caseId(), PAPER))
        .map(document -> dossiers.read(document.id(), user).getOrDefault(TEXT, ""))
        .orElse("");
  }

  private String page(DeskTask task, String text, Set<String> chosen, Model model) {
    model.addAttribute("task", task);
    if (task.held()) {
      model.addAttribute("text", text);
      model.addAttribute("longest", LONGEST);
      model.addAttribute(
          "groups",
          choices(task).entrySet().stream()
              .filter(group -> !group.getValue().isEmpty())
              .map(group -> new Choices(group.getKey().label(), units(group.getValue(), chosen)))
              .toList());
      model.addAttribute("findings", publicTexts.open(task.taskId()));
    }
    return "debriefing/outcome/notice";
  }

  private static List<Unit> units(Map<String, String> group, Set<String> chosen) {
    return group.entrySet().stream()
        .map(one -> new Unit(one.getKey(), one.getValue(), chosen.contains(one.getKey())))
        .toList();
  }

  /** A group of organisations to choose from. */
  public record Choices(String label, List<Unit> units) {}

  /** An organisation to choose. */
  public record Unit(String code, String name, boolean chosen) {}
}
