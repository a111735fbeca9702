package org.dangwu.procedure;

import java.util.List;
import java.util.Map;

/** Starts a procedure for a body and year, once. */
public interface ProcedureStart {

  /**
   * Whether this person may start it now; the same rules hold when the engine is asked directly.
   */
  StartCheck check(ProcedureKind kind, String organization, int year, String userId);

  /** What the home page offers this person to start in a year. */
  List<StartOffer> offers(String userId, int year);

  /** Where this person may call for special runs: path of the page by kind. */
  Map<ProcedureKind, String> specialPages(String userId);

  /**
   * @param facts routing facts of the start form besides organisation and year, e.g. {@code
   *     meetingDate}
   * @throws org.dangwu.engine.SubmissionRefused with the reason when it may not be started
   */
  ProcedureCase start(ProcedureKind kind, String organization, int year, Map<String, Object> facts);

  /**
   * Starts a special run (专题): any number a year, beside the run of the year, which it does not
   * replace (A03).
   *
   * @param message name of the message whose start event begins such a run in the model
   * @throws org.dangwu.engine.SubmissionRefused with the reason when it may not be started
   */
  ProcedureCase startSpecial(
      String message, String organization, int year, Map<String, Object> facts);
}
