package org.dangwu.memberreview;

/**
 * One person on the roster of a review as it stands now (评议名册, B06).
 *
 * @param group name of the member group (党小组), empty until the plan forms groups
 * @param order place in the group, leaders first
 * @param leader a leading cadre or officer of the branch, who begins the mutual review (B09)
 * @param participates writes a summary and takes part in the meetings
 * @param canRate fills in a ballot
 * @param canVote has the right to vote in the assembly (表决权)
 * @param getsGrade is reviewed and graded
 * @param countsInBase counts among the formal members from whom the quota is reckoned (B18)
 * @param excludedFromDue with both consents not counted among those due at the assembly (D06)
 * @param reason why he stands there as he does, in one sentence
 */
public record RosterMember(
    String caseId,
    String personId,
    String name,
    String group,
    int order,
    boolean formal,
    boolean probationary,
    boolean leader,
    boolean participates,
    boolean canRate,
    boolean canVote,
    boolean getsGrade,
    boolean countsInBase,
    boolean excludedFromDue,
    RosterState state,
    String reason) {

  /** Whether he counts among those due (应到) when the assembly votes. */
  public boolean countsAsDue() {
    return canVote && !excludedFromDue;
  }
}
