package org.dangwu.worksheet;

/** One of the answers to choose from. */
public record Choice(String value, String label) {}
