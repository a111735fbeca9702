package org.dangwu.procedure;

/**
 * One person on the frozen roster (冻结名册) of a run, as he stood when it was frozen.
 *
 * @param rank order in the body, 1 for the principal
 * @param title position held, for sign-in sheets
 */
public record RosterEntry(
    String personId, String name, int rank, String title, boolean principal, boolean voting) {}
