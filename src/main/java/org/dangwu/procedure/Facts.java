package org.dangwu.procedure;

import java.util.List;

/**
 * The facts of the appraisal (A35), for the page of a run and for the debriefing. Decides nothing
 * about who may see them: callers do.
 */
public interface Facts {

  /** All facts of an organisation and year, those of other modules included, by day. */
  List<Fact> of(String organization, int year);

  /** The facts of one run, by day. */
  List<Fact> ofCase(String caseId);

  /** Keeps a fact; the same occurrence told again replaces what was told before. */
  void record(Fact fact);
}
