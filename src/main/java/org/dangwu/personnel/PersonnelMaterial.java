package org.dangwu.personnel;

/**
 * What is to go into somebody's file.
 *
 * @param source what it comes from, such as the id of a member's grade; the same source goes into
 *     the same class of the same file once
 * @param organization whose procedure it was and whose archivist therefore looks after it
 * @param matter the procedure in words
 * @param unit code of the organisation where the person works or is a member
 * @param order place among the entries of the case
 * @param fileClass class of the cadre file, empty for the member file
 * @param destination who keeps the file, empty when it is the body itself
 * @param receiptNeeded whether a written receipt has to come back (回执)
 */
public record PersonnelMaterial(
    String source,
    String caseId,
    String organization,
    int year,
    String matter,
    String unit,
    String personId,
    String personName,
    int order,
    PersonnelTarget target,
    String fileClass,
    String destination,
    String note,
    boolean receiptNeeded) {}
