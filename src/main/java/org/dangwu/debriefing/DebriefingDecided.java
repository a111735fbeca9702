package org.dangwu.debriefing;

import java.time.LocalDate;

/**
 * The grades of a run stand from now on (C20). Published inside the deciding transaction; says that
 * there is something to read in {@link DebriefResults}, never what.
 *
 * @param graded how many secretaries received a grade
 */
public record DebriefingDecided(
    String caseId, String organizer, int year, LocalDate decidedOn, int graded) {}
