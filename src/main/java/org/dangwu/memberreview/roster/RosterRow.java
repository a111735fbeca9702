package org.dangwu.memberreview.roster;

/** A member in one snapshot of the roster: what was asked and what was answered. */
record RosterRow(
    String caseId,
    String personId,
    int snapshot,
    String name,
    int order,
    boolean leader,
    Standing standing,
    RosterPhase phase,
    RosterChangeKind change,
    RosterVerdict verdict) {}
