package org.dangwu.guide;

/**
 * A rule of a procedure (规则).
 *
 * @param id e.g. A06, as models name it in the property {@code rule}
 * @param text in the words of an official
 * @param source title of the document it comes from
 * @param elsewhere why the product has no step for it, when it is done outside; else null
 */
public record Rule(String id, String text, String source, Evidence evidence, String elsewhere) {}
