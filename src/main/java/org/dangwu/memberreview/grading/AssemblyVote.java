package org.dangwu.memberreview.grading;

import org.dangwu.desk.Voting;
import org.dangwu.desk.Voting.Verdict;
import org.springframework.stereotype.Component;

/**
 * What the rules of ordinary resolutions say of a vote of the assembly (GENERAL, B16): at least
 * half of those due are there, more than half of those due approve.
 */
@Component
class AssemblyVote {

  static final String TABLE = Voting.TABLE;

  private final Voting voting;

  AssemblyVote(Voting voting) {
    this.voting = voting;
  }

  int version() {
    return voting.version();
  }

  Verdict on(int due, int present, int approve) {
    return voting.on("GENERAL", due, present, approve);
  }
}
