package org.dangwu.procedure;

import java.time.Instant;

/**
 * One change of a figure.
 *
 * @param before the own figure before, or null when none was set
 * @param after the own figure after, or null when it was withdrawn
 */
public record ParameterChange(
    String key, Integer before, Integer after, String changedBy, Instant changedAt) {}
