package org.dangwu.memberreview.roster;

import java.time.LocalDate;

/**
 * A member who is proposed not to be counted among those due (不计入应到会人数, D06).
 *
 * @param reason code of the table {@code due_exclusion}
 * @param evidence what proves it
 * @param superiorApproved null while the superior has not decided
 * @param assemblyApproved null while the assembly has not decided
 */
record DueExclusion(
    String personId,
    String reason,
    String evidence,
    Boolean superiorApproved,
    LocalDate superiorOn,
    Boolean assemblyApproved,
    LocalDate assemblyOn,
    boolean excluded) {}
