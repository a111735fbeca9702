package org.dangwu.memberreview.grading;

import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.RosterState;

/** Who of the roster is rated, rates and votes today. */
final class Graded {

  private Graded() {}

  static boolean is(RosterMember member) {
    return active(member) && member.getsGrade();
  }

  static boolean rates(RosterMember member) {
    return active(member) && member.canRate();
  }

  static boolean votes(RosterMember member) {
    return active(member) && member.canVote();
  }

  private static boolean active(RosterMember member) {
    return member.state() == RosterState.ACTIVE;
  }
}
