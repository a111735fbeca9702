package org.dangwu.memberreview.roster;

import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterCounts;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.RosterState;
import org.springframework.stereotype.Component;

/**
 * The routing facts of a run that follow from its roster: ids and counts, nothing about persons.
 */
@Component
class RosterFacts {

  private final ReviewRosters rosters;

  RosterFacts(ReviewRosters rosters) {
    this.rosters = rosters;
  }

  /**
   * @param run the scope that keeps the facts of the whole run
   */
  void publish(VariableScope run, String caseId) {
    RosterCounts counts = rosters.counts(caseId);
    run.setVariable("formalCount", counts.formalBase());
    run.setVariable("votingDue", counts.votingDue());
    boolean suspended =
        rosters.of(caseId).stream().anyMatch(member -> member.state() == RosterState.SUSPENDED);
    run.setVariable("suspendedOpen", suspended ? "YES" : "NO");
  }

  List<String> participants(String caseId) {
    return rosters.of(caseId).stream()
        .filter(RosterMember::participates)
        .map(RosterMember::personId)
        .toList();
  }
}
