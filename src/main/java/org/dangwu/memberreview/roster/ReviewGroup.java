package org.dangwu.memberreview.roster;

/** A member group (党小组); without groups the whole branch is one. */
public record ReviewGroup(String name, String leaderId) {}
