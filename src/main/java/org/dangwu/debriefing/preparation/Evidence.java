package org.dangwu.debriefing.preparation;

/**
 * A kind of evidence (依据, C08).
 *
 * @param accepted whether work may be judged by it
 * @param note what it means, or why it is refused and what to write instead
 */
public record Evidence(String code, String label, boolean accepted, String note) {}
