package org.dangwu.archive.register;

import java.time.Instant;
import org.dangwu.archive.ArchivedCase;
import org.dangwu.dossier.Secrecy;

/**
 * A package in the register.
 *
 * @param location path below the archive directory
 * @param report four-properties report as JSON
 * @param filedBy user id, or the name of the module when the flow filed it
 * @param checkedAt last fixity check, at first the filing itself
 */
public record PackageEntry(
    String id,
    String caseId,
    String procedureKey,
    String organization,
    String organizationName,
    int year,
    String businessKey,
    String archiveNumber,
    String title,
    Secrecy secrecy,
    int pieces,
    String location,
    long size,
    String sha256,
    String report,
    Instant filedAt,
    String filedBy,
    Instant checkedAt,
    boolean checkPassed) {

  /** What other modules see of it. */
  public ArchivedCase summary() {
    return new ArchivedCase(id, caseId, archiveNumber, title, pieces, sha256, size, filedAt);
  }
}
