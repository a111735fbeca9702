package org.dangwu.supervision;

import java.util.Date;

/**
 * One open step of a run.
 *
 * @param who name of the person it waits for, or that nobody has claimed it
 * @param due last day, or null
 */
record OpenStep(String name, String who, Date due) {}
