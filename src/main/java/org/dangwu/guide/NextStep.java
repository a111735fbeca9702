package org.dangwu.guide;

/**
 * What follows a task (下一步).
 *
 * @param condition in which case, e.g. 是否同意方案：同意; empty when in every case
 * @param what name of the step
 * @param who who does it; empty when nobody has to do anything
 */
public record NextStep(String condition, String what, String who) {}
