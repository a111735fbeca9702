package org.dangwu.archive.filing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dangwu.archive.bag.Digests;
import org.dangwu.archive.bag.PayloadFile;
import org.dangwu.dossier.DossierDocument;

/**
 * A document that lies in the package, not yet numbered.
 *
 * @param title title with the name of the person it is about
 * @param document the filed version
 * @param subjectName name of that person, empty for documents of the whole body
 * @param authorName name of the author
 * @param files its files in the package
 */
record CollectedPiece(
    String title,
    DossierDocument document,
    String subjectName,
    String authorName,
    Retention.Period retention,
    List<PayloadFile> files) {

  long size() {
    return files.stream().mapToLong(PayloadFile::size).sum();
  }

  /** SHA-256 of the lines "digest, two spaces, path, line feed" of its files. */
  String sha256() {
    StringBuilder list = new StringBuilder();
    files.forEach(f -> list.append(f.sha256()).append("  ").append(f.path()).append('\n'));
    return Digests.sha256(list.toString().getBytes(StandardCharsets.UTF_8));
  }

  int attachments() {
    return document.files().size();
  }
}
