package org.dangwu.worksheet;

import java.util.List;
import java.util.Optional;
import org.dangwu.dossier.DocumentKey;

/** The matters of one process that is worked with sheets; a bean of the module they belong to. */
public interface Matters {

  /** Key of the process. */
  String process();

  /** Name of the routing fact that holds the id of the matter. */
  String idVariable();

  /** Whether the person may read the matter and the sheets that were completed. */
  boolean mayRead(String matterId, String user);

  /** Ids of the matters that the person may read, newest first. */
  List<String> readableBy(String user);

  /** The page on which he reads one. */
  default String page(String matterId, String user) {
    return "/matters/" + process() + "/" + matterId;
  }

  /** What the pages show above the sheets. */
  Overview overview(String matterId, String user);

  /**
   * @throws org.dangwu.engine.SubmissionRefused when the person has to keep out of this matter (回避)
   */
  void requireFit(SheetTask task);

  /** The document of the case file that takes the files of the matter. */
  Optional<DocumentKey> document(String matterId);
}
