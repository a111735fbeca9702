package org.dangwu.memberreview.preparation;

import java.util.List;
import java.util.Map;
import org.dangwu.desk.Lists;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A mutual review is over when everybody who was there was spoken of, or is to be spoken to alone
 * (B09); and a private talk is held by somebody else than the one talked to.
 */
@Component
@Order(50)
class PeerGuard implements CompletionGuard {

  private static final int FEWEST = 2;

  private final ReviewRosters rosters;
  private final PeerBook book;
  private final ReviewSentences sentences;

  PeerGuard(ReviewRosters rosters, PeerBook book, ReviewSentences sentences) {
    this.rosters = rosters;
    this.book = book;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    switch (task.elementId()) {
      case PreparationSteps.HOLD_PEER_REVIEW -> finish(task);
      case PreparationSteps.PRIVATE_TALK -> {
        if (task.assignee().filter(user -> user.equals(task.variable("member"))).isPresent()) {
          throw sentences.refusal("peer.ownTalk");
        }
      }
      default -> {
        // not a task of the mutual review
      }
    }
  }

  private void finish(CompletingTask task) {
    String caseId = (String) task.variable("caseId");
    String group = (String) task.variable("memberGroup");
    List<RosterMember> members =
        rosters.of(caseId).stream()
            .filter(member -> member.participates() && member.group().equals(group))
            .toList();
    Map<String, PeerMark> marks = book.marks(caseId, group);
    if (marks.isEmpty()) {
      throw sentences.refusal("peer.missing");
    }
    Map<String, String> said = book.said(caseId, group, members, task.assignee().orElse("system"));
    long present = marks.values().stream().filter(PeerMark::present).count();
    if (present < Math.min(FEWEST, members.size())) {
      throw sentences.refusal("peer.nobodyThere");
    }
    for (RosterMember member : members) {
      PeerMark mark = marks.get(member.personId());
      boolean there = mark != null && mark.present();
      if (there && said.get(member.personId()).isEmpty() && !mark.talk()) {
        throw sentences.refusal("peer.notSpokenOf", member.name());
      }
      if (there && !mark.presented()) {
        throw sentences.refusal("peer.notPresented", member.name());
      }
    }
    task.setVariable(
        "privateTalks",
        Lists.json(
            members.stream()
                .map(RosterMember::personId)
                .filter(person -> marks.containsKey(person) && marks.get(person).talk())
                .toList()));
  }
}
