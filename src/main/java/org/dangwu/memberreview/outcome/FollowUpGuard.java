package org.dangwu.memberreview.outcome;

import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.desk.Steps;
import org.dangwu.memberreview.grading.Item;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.grading.Sentences;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets praise and help go on only when they are on record, and files them (B22, B24). */
@Component
@Order(50)
class FollowUpGuard implements CompletionGuard {

  private final ItemBook items;
  private final PraiseBook praises;
  private final HelpBook helps;
  private final PersonalFiles files;
  private final Dossiers dossiers;
  private final Sentences sentences;
  private final Clock clock;

  FollowUpGuard(
      ItemBook items,
      PraiseBook praises,
      HelpBook helps,
      PersonalFiles files,
      Dossiers dossiers,
      Sentences sentences,
      Clock clock) {
    this.items = items;
    this.praises = praises;
    this.helps = helps;
    this.files = files;
    this.dossiers = dossiers;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!Steps.of(task)) {
      return;
    }
    switch (task.elementId()) {
      case Tasks.PRAISE -> praise(task);
      case Tasks.HELP_PLAN -> plan(task);
      case Tasks.CHECK_HELP -> look(task);
      default -> {
        // not a step that follows a grade
      }
    }
  }

  private void praise(CompletingTask task) {
    Item item = item(task, "praiseItem");
    praises.find(item.itemId()).orElseThrow(() -> sentences.refusal("praise.missing"));
    write(
        DocumentKey.of(item.caseId(), "praiseNotice"),
        Map.of(
            "text",
            praises.of(item.caseId()).stream().map(this::line).collect(Collectors.joining("\n"))),
        task);
    // a title may come after the papers of the review have been filed
    files.enter(item);
  }

  private String line(Praise praise) {
    String name = items.find(praise.itemId()).map(Item::personName).orElse("");
    return sentences.say(
        "praise.paper",
        name,
        praise.manner().label(),
        praise.wording(),
        praise.title().isEmpty() ? "" : sentences.say("praise.paper.title", praise.title()),
        praise.putForward() ? sentences.say("praise.paper.forward") : "");
  }

  private void plan(CompletingTask task) {
    Item item = item(task, "helpItem");
    Help help =
        helps
            .find(item.itemId())
            .filter(found -> found.outcome() == null)
            .orElseThrow(() -> sentences.refusal("help.missing"));
    write(
        DocumentKey.about(item.caseId(), "helpPlan", item.personId()),
        Map.of(
            "gap",
            help.gap(),
            "measures",
            help.measures(),
            "helper",
            help.helpers(),
            "deadline",
            help.dueOn().toString()),
        task);
    task.setVariable(
        "helpDueDate", Date.from(help.dueOn().atStartOfDay(clock.getZone()).toInstant()));
  }

  private void look(CompletingTask task) {
    Item item = item(task, "helpItem");
    Help help =
        helps
            .find(item.itemId())
            .filter(found -> found.outcome() != null)
            .orElseThrow(() -> sentences.refusal("help.lookMissing"));
    write(
        DocumentKey.about(item.caseId(), "helpCheck", item.personId()),
        Map.of("result", help.outcome().label() + "。\n" + help.progress()),
        task);
    task.setVariable("helpOutcome", help.outcome().name());
  }

  private Item item(CompletingTask task, String variable) {
    return items
        .find((String) task.variable(variable))
        .orElseThrow(() -> sentences.refusal("task.gone"));
  }

  private void write(DocumentKey key, Map<String, String> texts, CompletingTask task) {
    String user = task.assignee().orElse("system");
    dossiers.write(key, texts, user);
    dossiers.finish(key, user);
  }
}
