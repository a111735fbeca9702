package org.dangwu.debriefing;

import java.time.LocalDate;

/**
 * What the committee settled of one secretary (考核结果, C16, C20). Content: only for those whom the
 * caller found entitled.
 *
 * @param organizer code of the committee that organised the debriefing
 * @param organization code of the organisation whose secretary it is about
 * @param problems what to put right (存在问题)
 * @param decidedOn day of the study that carried the grade
 */
public record DebriefResult(
    String entryId,
    String caseId,
    String organizer,
    int year,
    String organization,
    String organizationName,
    String personId,
    String name,
    String title,
    SecretaryGrade grade,
    String achievements,
    String problems,
    LocalDate decidedOn) {}
