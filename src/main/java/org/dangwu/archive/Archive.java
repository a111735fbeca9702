package org.dangwu.archive;

import java.util.Optional;

/** The archive (档案) for other modules. Takes part in the running transaction. */
public interface Archive {

  /**
   * Files a case: checks the four properties (四性检测), numbers the pieces, writes the package and its
   * register entry. A case that is filed already is not filed again; its entry is returned.
   *
   * @throws ArchiveIncomplete when required documents are missing or a check fails; nothing is
   *     written then and the transaction may go on
   */
  ArchivedCase file(String caseId);

  /**
   * Files what there is of a case that the superior terminated (E35), complete or not; empty when
   * nothing was ever finished.
   */
  Optional<ArchivedCase> fileUnfinished(String caseId);

  /** The register entry of a case, or empty while it is not filed. */
  Optional<ArchivedCase> find(String caseId);
}
