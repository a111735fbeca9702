package org.dangwu.memberreview.grading;

import org.dangwu.memberreview.ReviewGrade;

/**
 * What the table {@code grade_suggestion} says of a member: advice and nothing more (B15, trap 8).
 *
 * @param grade {@code null} when the table gives none
 * @param mustVerify whether facts are to be verified before a grade is proposed
 * @param inputs what was asked, without votes
 * @param version version of the table
 */
public record Advice(
    ReviewGrade grade, boolean mustVerify, String note, String inputs, int version) {}
