package org.dangwu.memberreview;

/**
 * What votes and the quota are reckoned from.
 *
 * @param formalBase formal members, base of the quota of 优秀 (B18)
 * @param votingDue members with the right to vote who are due at the assembly (应到会)
 * @param graded members who receive a grade
 */
public record RosterCounts(int formalBase, int votingDue, int graded) {}
