package org.dangwu.engine;

import java.util.Map;

/**
 * What is left of a submission after its check.
 *
 * @param variables routing facts, converted to their types
 * @param texts content for the dossier, keyed by {@code <documentType>.<section>}
 */
record Submission(Map<String, Object> variables, Map<String, String> texts) {}
