package org.dangwu.debriefing.session;

/**
 * Somebody who belongs to the session (应到会人员).
 *
 * @param detail title or organisation, may be empty
 * @param entryId of a debriefer, else null
 */
public record Expected(
    String personId, String name, String detail, Capacity capacity, String entryId) {}
