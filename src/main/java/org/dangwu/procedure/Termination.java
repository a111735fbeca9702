package org.dangwu.procedure;

import java.time.Instant;

/**
 * By whose decision a run was broken off (终止, E35).
 *
 * @param decidedBy user id of the one who decided for the superior
 * @param requestedBy user id of the one who asked for it, or null
 * @param reference number of the superior's paper, or null; its content stands in the dossier
 */
public record Termination(
    String caseId, String decidedBy, String requestedBy, String reference, Instant terminatedAt) {}
