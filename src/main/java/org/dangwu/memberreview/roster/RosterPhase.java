package org.dangwu.memberreview.roster;

/** Whether the ballot has begun, which decides what a change still moves (E15, E16). */
enum RosterPhase {
  START,
  BEFORE_BALLOT,
  AFTER_BALLOT
}
