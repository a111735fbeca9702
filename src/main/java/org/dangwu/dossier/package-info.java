/**
 * The case file (卷宗) of a procedure instance: texts, uploads and generated documents, who may see
 * them and who looked at them.
 *
 * <p>The engine holds the flow, this module holds the content. What a document consists of and who
 * may see it is decided by the tables {@code document_types}, {@code document_sections} and {@code
 * access_level}, which process owners edit.
 */
package org.dangwu.dossier;
