package org.dangwu.memberreview.grading;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Typed;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.dangwu.memberreview.grading.Indicators.Indicator;
import org.dangwu.memberreview.grading.Item.Dues;
import org.dangwu.memberreview.grading.Item.Handling;
import org.dangwu.memberreview.grading.Item.OrganisationLife;
import org.dangwu.verification.Verifications;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One member before the committee: facts, indicators, advice, opinion (F-B5, B15, B26). */
@Controller
@RequestMapping("/member-review/task/{taskId}/analysis/{itemId}")
class MemberSheetPage {

  private static final List<ReviewGrade> GRADES =
      Arrays.stream(ReviewGrade.values()).filter(grade -> grade != ReviewGrade.NONE).toList();

  private final ReviewTasks tasks;
  private final ItemBook items;
  private final MemberFacts facts;
  private final AnalysisRules rules;
  private final Indicators indicators;
  private final Verifications verifications;
  private final DecisionBook decisions;
  private final Sentences sentences;

  MemberSheetPage(
      ReviewTasks tasks,
      ItemBook items,
      MemberFacts facts,
      AnalysisRules rules,
      Indicators indicators,
      Verifications verifications,
      DecisionBook decisions,
      Sentences sentences) {
    this.tasks = tasks;
    this.items = items;
    this.facts = facts;
    this.rules = rules;
    this.indicators = indicators;
    this.verifications = verifications;
    this.decisions = decisions;
    this.sentences = sentences;
  }

  @GetMapping
  String show(
      @PathVariable String taskId, @PathVariable String itemId, Principal user, Model model) {
    DeskTask task = held(taskId, user);
    return page(task, item(task, itemId), model);
  }

  /**
   * @param button {@code next} goes on to the next member, {@code advise} shows what the table says
   */
  @PostMapping
  String save(
      @PathVariable String taskId,
      @PathVariable String itemId,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(defaultValue = "stay") String button,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = held(taskId, user);
    Item given = given(item(task, itemId), form);
    try {
      rules.checkTyped(given);
      items.write(given);
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(task, given, model);
    }
    if (button.equals("next")) {
      return "redirect:/member-review/task/%s/analysis%s"
          .formatted(taskId, next(given).map(next -> "/" + next).orElse(""));
    }
    model.addAttribute("saved", sentences.say("analysis.saved", given.personName()));
    return page(task, given, model);
  }

  private DeskTask held(String taskId, Principal user) {
    DeskTask task = tasks.open(taskId, AnalysisPage.STEP, user.getName());
    if (!task.held()) {
      throw tasks.gone();
    }
    return task;
  }

  private Item item(DeskTask task, String itemId) {
    return items
        .find(itemId)
        .filter(found -> found.caseId().equals(task.caseId()))
        .orElseThrow(tasks::gone);
  }

  /** The next member on whom the committee has not come to an opinion. */
  private Optional<String> next(Item item) {
    List<Item> open =
        items.of(item.caseId()).stream()
            .filter(other -> other.state().isOpen() && other.handling() == null)
            .toList();
    return open.stream()
        .filter(other -> other.order() > item.order())
        .findFirst()
        .or(() -> open.stream().findFirst())
        .map(Item::itemId);
  }

  private Item given(Item item, Typed form) {
    Set<String> known = indicators.all().stream().map(Indicator::code).collect(Collectors.toSet());
    return new Item(
        item.itemId(),
        item.caseId(),
        item.organization(),
        item.year(),
        item.personId(),
        item.personName(),
        item.order(),
        item.state(),
        form.choice(Dues.class, "dues"),
        form.choice(OrganisationLife.class, "life"),
        form.text("facts"),
        form.chosen("indicator").stream().filter(known::contains).toList(),
        form.choice(Handling.class, "handling"),
        form.text("matter"),
        item.verificationId(),
        form.choice(ReviewGrade.class, "grade"),
        form.text("reason"),
        item.finalGrade());
  }

  private String page(DeskTask task, Item item, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("item", item);
    model.addAttribute("votes", facts.ballot(facts.members(item.caseId()), item.personId()));
    model.addAttribute(
        "massesVotes",
        facts
            .masses(item.caseId())
            .filter(found -> CountedRounds.result(found, item.personId()).isPresent())
            .map(found -> MemberFacts.votes(found, item.personId())));
    model.addAttribute("refusedSummary", facts.refused(item));
    model.addAttribute("papers", facts.papers(item));
    model.addAttribute("common", facts.common(item.caseId()));
    model.addAttribute("indicators", indicators.all());
    model.addAttribute("advice", rules.advice(item));
    model.addAttribute("verification", item.verification().flatMap(verifications::find));
    model.addAttribute(
        "returned",
        item.state() == ItemState.RETURNED ? decisions.returned(item.itemId()) : Optional.empty());
    model.addAttribute("duesChoices", Dues.values());
    model.addAttribute("lifeChoices", OrganisationLife.values());
    model.addAttribute("handlings", Handling.values());
    model.addAttribute("grades", GRADES);
    return "memberreview/analysis-member";
  }
}
