package org.dangwu.worksheet;

/** A label and what stands beside it. */
public record Line(String label, String text) {}
