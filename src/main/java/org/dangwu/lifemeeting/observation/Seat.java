package org.dangwu.lifemeeting.observation;

/**
 * One observer (列席人员) of a meeting.
 *
 * @param group number of his group (督导组), 1 for the first
 * @param leader whether he leads the group and writes its report
 */
record Seat(String personId, int group, boolean leader) {}
