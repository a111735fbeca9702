package org.dangwu.debriefing.change;

import java.time.LocalDate;
import org.dangwu.debriefing.DebriefMode;

/**
 * A secretary who left his post during the run (书记变动, E25).
 *
 * @param entryId who left
 * @param successor user id of the new secretary, empty while the post is vacant
 * @param successorMode how the new one gives his account, {@code null} without a successor
 * @param effectiveOn day of the change
 * @param predecessorGoesOn whether who left still hands in his part and hears his result
 * @param reason why the grade is given as chosen
 */
public record Replacement(
    String taskId,
    String caseId,
    String entryId,
    String successor,
    DebriefMode successorMode,
    LocalDate effectiveOn,
    GradedParty gradedParty,
    boolean predecessorGoesOn,
    String reason,
    String requestedBy) {

  boolean hasSuccessor() {
    return !successor.isEmpty();
  }
}
