package org.dangwu.memberreview.grading;

import java.util.Date;
import java.util.List;
import org.dangwu.desk.Voting.Verdict;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.desk.Steps;
import org.dangwu.memberreview.grading.Assembly.Vote;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Turns the recorded votes into the counts that the table of votes reads (B16). What passed stands;
 * what did not is voted on once more (E10).
 */
@Component
@Order(50)
class AssemblyGuard implements CompletionGuard {

  private final AssemblyBook book;
  private final AssemblyRules rules;
  private final AssemblyVote votes;
  private final AssemblyPapers papers;
  private final ItemBook items;
  private final DecisionBook decisions;
  private final ApprovalNeed approvals;
  private final Sentences sentences;
  private final java.time.Clock clock;

  AssemblyGuard(
      AssemblyBook book,
      AssemblyRules rules,
      AssemblyVote votes,
      AssemblyPapers papers,
      ItemBook items,
      DecisionBook decisions,
      ApprovalNeed approvals,
      Sentences sentences,
      java.time.Clock clock) {
    this.book = book;
    this.rules = rules;
    this.votes = votes;
    this.papers = papers;
    this.items = items;
    this.decisions = decisions;
    this.approvals = approvals;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!Steps.is(task, Tasks.HOLD_ASSEMBLY)) {
      return;
    }
    String caseId = (String) task.variable("caseId");
    String user = task.assignee().orElse("system");
    Assembly held =
        book.find(task.taskId()).orElseThrow(() -> sentences.refusal("assembly.missing"));
    rules.check(held, caseId);
    List<Item> before = rules.before(caseId);
    boolean quorum = !votes.on(held.due(), held.present(), 0).noQuorum();
    if (quorum) {
      before.forEach(item -> decide(item, held, user));
    }
    book.settle(held, before);
    papers.write(caseId, held, before, user);
    task.setVariable("votingDue", held.due());
    task.setVariable("assemblyPresent", held.present());
    task.setVariable("assemblyApprove", smallest(held, before, quorum));
    task.setVariable("assemblyRound", held.number());
    task.setVariable(
        "assemblyDate", Date.from(held.heldOn().atStartOfDay(clock.getZone()).toInstant()));
    task.setVariable("approvalNeeded", approvals.of(caseId).isEmpty() ? "NO" : "YES");
  }

  /** With nothing left to vote on, whoever is there agrees. */
  private static int smallest(Assembly held, List<Item> before, boolean quorum) {
    if (!quorum) {
      return 0;
    }
    return before.isEmpty()
        ? held.present()
        : held.votes().stream().mapToInt(Vote::approve).min().orElse(0);
  }

  private void decide(Item item, Assembly held, String user) {
    Vote vote = held.on(item.itemId());
    Verdict verdict = votes.on(held.due(), held.present(), vote.approve());
    items.move(item.itemId(), verdict.passed() ? ItemState.CARRIED : ItemState.NOT_CARRIED);
    decisions.record(
        item,
        DecisionBook.Body.ASSEMBLY,
        AssemblyVote.TABLE,
        votes.version(),
        "due=%d, present=%d, approve=%d, against=%d, abstain=%d"
            .formatted(held.due(), held.present(), vote.approve(), vote.against(), vote.abstain()),
        verdict.outcome(),
        item.proposed().name(),
        "",
        user);
  }
}
