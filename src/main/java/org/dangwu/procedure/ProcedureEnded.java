package org.dangwu.procedure;

/**
 * A run came to its end, however it ended; told within the transaction that ends it.
 *
 * @param caseId of the run
 */
public record ProcedureEnded(String caseId) {}
