package org.dangwu.archive.register;

import java.time.Instant;
import org.dangwu.dossier.Secrecy;

/**
 * A piece (件) in the register.
 *
 * @param order place within the package, from 1
 * @param subject user id of the person it is about, empty for pieces of the whole body
 * @param size bytes of its files together
 * @param sha256 SHA-256 of the list of its files
 * @param formedAt when the document became final
 */
public record ItemEntry(
    int order,
    PieceSeries series,
    int piece,
    String title,
    String documentType,
    String subject,
    int version,
    Secrecy secrecy,
    String retentionLabel,
    int files,
    long size,
    String sha256,
    String author,
    Instant formedAt) {

  /** Archive number (档号). */
  public String archiveNumber() {
    return series.archiveNumber(piece);
  }
}
