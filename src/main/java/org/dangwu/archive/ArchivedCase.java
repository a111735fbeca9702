package org.dangwu.archive;

import java.time.Instant;

/**
 * A filed case in the register (归档登记).
 *
 * @param packageId id of the package
 * @param archiveNumber archive number (档号) of the first piece, which names the package
 * @param pieces number of pieces (件)
 * @param sha256 SHA-256 of the package, lower-case hex
 * @param size bytes of the package
 */
public record ArchivedCase(
    String packageId,
    String caseId,
    String archiveNumber,
    String title,
    int pieces,
    String sha256,
    long size,
    Instant filedAt) {}
