package org.dangwu.debriefing;

import java.util.List;

/**
 * Comments on those who debriefed, for the steps that build on them. Callers see to it who reads
 * them.
 */
public interface DebriefComments {

  /**
   * The comments on one secretary, that of the superior's secretary first; empty before they are
   * recorded.
   */
  List<DebriefComment> of(String caseId, String entryId);
}
