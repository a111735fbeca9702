package org.dangwu.worksheet;

import java.util.List;

/**
 * A matter at a glance.
 *
 * @param state in one word or two, shown as a badge
 * @param open whether it is still being worked on
 */
public record Overview(String heading, String state, boolean open, List<Line> lines) {}
