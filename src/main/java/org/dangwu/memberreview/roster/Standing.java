package org.dangwu.memberreview.roster;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.dangwu.organization.Membership;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Mobility;
import org.dangwu.organization.Relation;
import org.dangwu.organization.Sanction;

/**
 * What the table {@code review_roster} is asked about a member (B06).
 *
 * @param votingRight as registered; a formal member may have been denied it
 * @param attendedMeeting took part in this year's life meeting of a leading body (E30)
 * @param leadersExcluded the notice of the year leaves those leaders out
 */
record Standing(
    MembershipStatus status,
    boolean votingRight,
    Relation relation,
    Mobility mobility,
    Sanction sanction,
    boolean attendedMeeting,
    boolean leadersExcluded,
    boolean investigated) {

  /** As registered; a sanction whose last day has passed no longer counts. */
  static Standing of(
      Membership membership, LocalDate today, boolean attendedMeeting, boolean leadersExcluded) {
    boolean expired =
        membership.sanctionUntil() != null && membership.sanctionUntil().isBefore(today);
    return new Standing(
        membership.status(),
        membership.votingRight(),
        membership.relation(),
        membership.mobility(),
        expired ? Sanction.NONE : membership.sanction(),
        attendedMeeting,
        leadersExcluded,
        membership.investigated());
  }

  Standing after(RosterChangeKind change) {
    return switch (change) {
      case TURNED_FORMAL ->
          new Standing(
              MembershipStatus.FORMAL,
              sanction != Sanction.PROBATION_WITHIN_PARTY,
              relation,
              mobility,
              sanction,
              attendedMeeting,
              leadersExcluded,
              investigated);
      case CASE_OPENED -> investigated(true);
      case CASE_CLOSED -> investigated(false);
      case NONE, TRANSFERRED, JOINED, DIED, LEFT_PARTY, DUE_EXCLUDED -> this;
    };
  }

  Map<String, Object> inputs(RosterPhase phase, RosterChangeKind change) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("memberStatus", status.name());
    inputs.put("orgRelation", relation.name());
    inputs.put("mobility", mobility.name());
    inputs.put("attendedLifeMeeting", attendedMeeting);
    inputs.put("leadersExcluded", leadersExcluded);
    inputs.put("sanction", sanction.name());
    inputs.put("investigated", investigated);
    inputs.put("phase", phase.name());
    inputs.put("change", change.name());
    return inputs;
  }

  private Standing investigated(boolean open) {
    return new Standing(
        status, votingRight, relation, mobility, sanction, attendedMeeting, leadersExcluded, open);
  }
}
