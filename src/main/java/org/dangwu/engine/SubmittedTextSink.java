package org.dangwu.engine;

import java.util.Map;

/**
 * Takes the long texts of a submitted form. A field whose custom property {@code dossier} names
 * {@code <documentType>.<section>} is handed here and never becomes a process variable.
 */
public interface SubmittedTextSink {

  /** Stores the texts, keyed by {@code <documentType>.<section>}, in the completing transaction. */
  void store(CompletingTask task, Map<String, String> textsByPath);
}
