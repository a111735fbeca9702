package org.dangwu.memberreview.grading;

import org.springframework.stereotype.Component;

/** Which sitting and which vote an assembly is about (E10: one new vote, then the superior). */
@Component
class AssemblyNumbers {

  private final AssemblyBook book;
  private final SittingBook sittings;
  private final AssemblyVote votes;

  AssemblyNumbers(AssemblyBook book, SittingBook sittings, AssemblyVote votes) {
    this.book = book;
    this.sittings = sittings;
    this.votes = votes;
  }

  int sitting(String caseId) {
    return sittings.latest(caseId).map(Sitting::number).orElse(0);
  }

  /** One more than there were votes on the proposals of this sitting. */
  int next(String caseId) {
    int sitting = sitting(caseId);
    return 1
        + (int)
            book.held(caseId).stream()
                .filter(held -> held.sitting() == sitting)
                .filter(held -> !votes.on(held.due(), held.present(), 0).noQuorum())
                .count();
  }
}
