package org.dangwu.organization;

import java.time.LocalDate;

/**
 * Party membership (党籍) of a person, with what decides on taking part, voting and being graded
 * (rule B06).
 *
 * @param organization code of the organisation that keeps the relation, for people who are not
 *     members the one they work in
 * @param joinedOn day of admission, {@code null} when unknown
 * @param votingRight has the right to vote (表决权), never true for probationary members and for
 *     members on probation within the party
 * @param sanctionUntil last day of the sanction, {@code null} when none or open
 * @param investigated a case is being investigated (立案审查)
 */
public record Membership(
    MembershipStatus status,
    String organization,
    Relation relation,
    LocalDate joinedOn,
    boolean votingRight,
    Mobility mobility,
    Sanction sanction,
    LocalDate sanctionUntil,
    Circumstance circumstance,
    boolean investigated) {

  public boolean isMember() {
    return status != MembershipStatus.NONE;
  }

  public boolean isFormal() {
    return status == MembershipStatus.FORMAL;
  }
}
