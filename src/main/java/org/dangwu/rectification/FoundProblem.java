package org.dangwu.rectification;

/**
 * A problem that somebody named and that a list should take up.
 *
 * @param source where it was named, in Chinese, for instance 点评意见
 * @param text content: shown to the one it is about and to those who review his list
 */
public record FoundProblem(String source, String text) {}
