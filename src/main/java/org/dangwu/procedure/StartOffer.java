package org.dangwu.procedure;

/**
 * A procedure that the person may start for an organisation, or the reason why not.
 *
 * @param hint one sentence about when and how it is held
 * @param page path of the page where the start is filled in, or null when only the day of the
 *     meeting is asked for
 * @param asksMeetingDate whether the start takes the day of the meeting
 * @param reason Chinese sentence when it may not be started now, otherwise null
 */
public record StartOffer(
    ProcedureKind kind,
    String organization,
    String organizationName,
    int year,
    String hint,
    String page,
    boolean asksMeetingDate,
    String reason) {}
