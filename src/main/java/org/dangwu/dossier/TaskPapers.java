package org.dangwu.dossier;

import java.util.List;

/**
 * The documents of an open task for pages of other modules, which save through {@code
 * /dossier/task/{taskId}/documents/...} as the page of the dossier does. The person's right is
 * checked and his reading is logged.
 */
public interface TaskPapers {

  /**
   * What the holder of the task writes and reads there.
   *
   * @throws DossierRefused when the task is gone or somebody else holds it
   */
  Sheet sheet(String taskId, String user);

  /**
   * @param held false when the person may claim the task and has not yet; then the lists are empty
   */
  record Sheet(boolean held, List<Written> written, List<Reading> readings) {}

  /** A document that is written in the task. */
  record Written(String type, String title, String secrecy, List<Field> fields) {}

  /**
   * A section of it.
   *
   * @param revision to be named when saving; 0 before the first save
   * @param savedAt time of the last save as pages print it, or null
   */
  record Field(
      String key,
      String label,
      String kind,
      boolean required,
      int maxLength,
      String hint,
      String text,
      int revision,
      String savedAt) {}

  /**
   * A document that is read in the task.
   *
   * @param documentId the version shown, or null when there is no final one yet
   * @param subject name of the person it is about, or empty
   * @param sealed whether it opens only with a stated reason, so that the texts are not here
   */
  record Reading(
      String title,
      String documentId,
      String subject,
      String byline,
      boolean sealed,
      List<Passage> passages) {}

  /** A section that is read. */
  record Passage(String label, String text) {}
}
