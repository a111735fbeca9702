package org.dangwu.lifemeeting.year;

import java.time.LocalDate;

/**
 * What the superior laid down for the year (年度部署).
 *
 * @param themeSource SUPERIOR or SELF (A04)
 * @param theme only with SUPERIOR, else null
 * @param windowStart first day on which meetings are held as a rule (A01)
 * @param windowEnd last such day
 * @param suggested day first planned for all, which each body may change in its plan
 */
public record Deployment(
    String caseId,
    String organization,
    int year,
    String themeSource,
    String theme,
    LocalDate windowStart,
    LocalDate windowEnd,
    LocalDate suggested) {}
