package org.dangwu.memberreview.grading;

import java.time.LocalDate;

/**
 * A meeting of the committee at which grades are studied (支委会研究).
 *
 * @param number 1 for the first of the run
 * @param encouragement what those rated 合格 are told in their feedback (B23)
 * @param settled whether it ended with a proposal for everybody
 */
public record Sitting(
    String taskId,
    int number,
    LocalDate heldOn,
    String overview,
    String encouragement,
    boolean settled) {}
