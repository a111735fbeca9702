package org.dangwu.worksheet;

import java.util.List;
import java.util.Map;

/** The sheet of one user task; a bean of the module whose matter it is. */
public interface Worksheet {

  /** Key of the process. */
  String process();

  /** Id of the user task. */
  String element();

  List<Field> fields(SheetTask task);

  /**
   * What the holder should have before his eyes besides the facts of the matter.
   *
   * @param answers what was filled in so far, checked or not
   */
  default List<Line> reading(SheetTask task, Answers answers) {
    return List.of();
  }

  /** Whether files belong to it. */
  default boolean takesFiles() {
    return false;
  }

  /**
   * What must hold beyond the single fields; asked when the sheet is saved and again when the task
   * is completed.
   *
   * @throws org.dangwu.engine.SubmissionRefused with a sentence that says what to do
   */
  default void check(SheetTask task, Answers answers) {}

  /**
   * Takes what was filled in over into the matter, in the transaction that completes the task.
   *
   * @return routing facts to set; no contents
   */
  default Map<String, Object> finish(SheetTask task, Answers answers) {
    return Map.of();
  }
}
