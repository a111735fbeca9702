package org.dangwu.debriefing.appraisal;

import org.dangwu.desk.Voting;
import org.dangwu.desk.Voting.Verdict;
import org.springframework.stereotype.Component;

/**
 * What the rules of party committees say of a vote of a study (PARTYGROUP, C16): at least half of
 * those due are there, more than half of those due approve.
 */
@Component("debriefStudyVote")
class StudyVote {

  private final Voting voting;

  StudyVote(Voting voting) {
    this.voting = voting;
  }

  /** The table and its version, for the record. */
  String table() {
    return Voting.TABLE + " v" + voting.version();
  }

  Verdict on(int due, int present, int approve) {
    return voting.on("PARTYGROUP", due, present, approve);
  }
}
