package org.dangwu.procedure;

/**
 * Something that may be set in motion while a run is under way, such as asking for leave (请假).
 *
 * @param message name of the message in the model
 * @param label text of the button
 * @param hint one sentence on what it does, or null
 */
public record CaseAction(String message, String label, String hint) {

  /**
   * What came of it.
   *
   * @param taskId the first task, when it waits for the person himself, else null
   * @param already whether that task had been waiting for him before
   */
  public record Outcome(CaseAction action, String taskId, boolean already) {}
}
