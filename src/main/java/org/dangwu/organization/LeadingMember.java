package org.dangwu.organization;

/**
 * One who belongs to a leading body (领导班子成员) today.
 *
 * @param votingRight may vote in party bodies
 */
public record LeadingMember(
    String personId, String name, String title, int rank, boolean principal, boolean votingRight) {}
