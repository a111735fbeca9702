package org.dangwu.rectification;

import java.time.LocalDateTime;

/**
 * What a person found in a task, about an item or a list (验收、审核).
 *
 * @param judge user id
 * @param done whether the task is completed; until then he may change his mind
 */
record Judgement(
    String taskId,
    boolean passed,
    String opinion,
    String judge,
    LocalDateTime judgedAt,
    boolean done) {}
