package org.dangwu.memberreview.grading;

import java.util.ArrayList;
import java.util.List;
import org.dangwu.desk.Lists;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.desk.Steps;
import org.dangwu.memberreview.grading.Item.Handling;
import org.dangwu.verification.Verifications;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Ends a sitting of the committee: either something is to be verified first (B15, E13), or there is
 * an opinion on everybody. The run learns counts and ids only, never a grade of anybody.
 */
@Component
@Order(50)
class AnalysisGuard implements CompletionGuard {

  private final ItemBook items;
  private final SittingBook sittings;
  private final ReviewRosters rosters;
  private final AnalysisRules rules;
  private final DecisionBook decisions;
  private final AnalysisPapers papers;
  private final Verifications verifications;
  private final Quota quota;
  private final Sentences sentences;

  AnalysisGuard(
      ItemBook items,
      SittingBook sittings,
      ReviewRosters rosters,
      AnalysisRules rules,
      DecisionBook decisions,
      AnalysisPapers papers,
      Verifications verifications,
      Quota quota,
      Sentences sentences) {
    this.items = items;
    this.sittings = sittings;
    this.rosters = rosters;
    this.rules = rules;
    this.decisions = decisions;
    this.papers = papers;
    this.verifications = verifications;
    this.quota = quota;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!Steps.is(task, Tasks.ANALYSE)) {
      return;
    }
    String caseId = (String) task.variable("caseId");
    String user = task.assignee().orElse("system");
    Sitting sitting =
        sittings
            .find(task.taskId())
            .orElseThrow(() -> sentences.refusal("analysis.sittingMissing"));
    items.align(
        caseId,
        (String) task.variable("organization"),
        (Integer) task.variable("year"),
        rosters.of(caseId));
    List<Item> open = items.of(caseId).stream().filter(i -> i.state().isOpen()).toList();
    List<String> opened = verify(open);
    if (opened.isEmpty()) {
      open.forEach(rules::checkComplete);
      open.forEach(item -> propose(item, user));
      sittings.settle(task.taskId());
    }
    papers.write(caseId, sitting, user);
    List<Item> all = items.of(caseId);
    task.setVariable("verificationNeeded", opened.isEmpty() ? "NO" : "YES");
    task.setVariable("verifications", Lists.json(opened));
    task.setVariable("formalCount", quota.formal(caseId));
    task.setVariable("excellentCount", Excellents.count(all));
  }

  private List<String> verify(List<Item> open) {
    List<String> opened = new ArrayList<>();
    for (Item item : open) {
      if (item.handling() == Handling.VERIFY) {
        rules.checkTyped(item);
        String id =
            verifications.open(
                item.caseId(),
                item.organization(),
                item.year(),
                item.personId(),
                item.matter(),
                item.indicators());
        items.verification(item.itemId(), id);
        opened.add(id);
      }
    }
    return opened;
  }

  private void propose(Item item, String user) {
    boolean held = item.handling() == Handling.HOLD;
    items.move(item.itemId(), held ? ItemState.PENDING : ItemState.PROPOSED);
    decisions.record(
        item,
        DecisionBook.Body.COMMITTEE,
        rules.advice(item),
        held ? "PENDING" : item.proposed().name(),
        user);
  }
}
