package org.dangwu.supervision;

import org.dangwu.procedure.ProcedureKind;

/**
 * A procedure that the person may start, or the reason why not.
 *
 * @param planLeadDays days before the meeting by which its plan must have reached the superior
 * @param reason Chinese sentence when it may not be started now, otherwise null
 */
record StartOffer(
    ProcedureKind kind,
    String organization,
    String organizationName,
    int year,
    int planLeadDays,
    String reason) {}
