package org.dangwu.memberreview.roster;

import java.time.LocalDate;

/**
 * A change of the roster as entered (名册变动登记).
 *
 * @param effectiveOn the day it took effect; null while none was typed
 * @param reference where it is on record: a letter, a decision, a resolution
 * @param group group that somebody who joins belongs to, or empty
 */
record RosterRequest(
    String taskId,
    String caseId,
    String personId,
    RosterChangeKind kind,
    LocalDate effectiveOn,
    String reference,
    String group,
    String requestedBy) {}
