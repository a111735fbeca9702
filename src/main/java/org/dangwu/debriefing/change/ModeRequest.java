package org.dangwu.debriefing.change;

import org.dangwu.debriefing.DebriefMode;

/** A secretary who is to give his account otherwise than planned (改变述职方式, E26). */
public record ModeRequest(
    String taskId,
    String caseId,
    String entryId,
    DebriefMode mode,
    String reason,
    String requestedBy) {}
