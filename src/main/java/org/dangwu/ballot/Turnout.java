package org.dangwu.ballot;

/** How many sheets went out and came back (发出、收回); the only thing told while a round is open. */
public record Turnout(int issued, int collected) {}
