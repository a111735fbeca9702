package org.dangwu.debriefing;

import org.dangwu.organization.UnitType;

/**
 * One secretary of one organisation in a run (述职对象, C02, C03).
 *
 * @param entryId identifies the entry in routing facts; tells nothing about the person
 * @param title his post, such as 党委书记
 * @param mode how he gives his account, the exception already counted
 * @param tableMode what the table {@code debrief_mode} says for organisations of his kind
 * @param modeRequired whether his kind normally gives the account on site, so that writing needs a
 *     reason and consent
 * @param exceptionReason why he does otherwise, {@code null} when he does not
 * @param graded whether he receives a grade in this run (E25)
 * @param order place in the session
 */
public record DebriefEntry(
    String entryId,
    String caseId,
    String organization,
    String organizationName,
    String personId,
    String name,
    String title,
    UnitType unitType,
    DebriefMode mode,
    DebriefMode tableMode,
    boolean modeRequired,
    String exceptionReason,
    EntryState state,
    boolean graded,
    ManagementAuthority authority,
    int order) {

  public boolean onSite() {
    return mode == DebriefMode.ONSITE;
  }

  /** Name with post and organisation, such as 临溪镇党委书记 王某某. */
  public String label() {
    return organizationName + " " + name;
  }
}
