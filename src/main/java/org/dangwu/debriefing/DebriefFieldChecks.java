package org.dangwu.debriefing;

import java.util.List;
import java.util.Optional;

/**
 * What field teams saw (实地考核, C08), for the steps that build on it. Only checks that were handed
 * in. Callers see to it who reads them.
 */
public interface DebriefFieldChecks {

  /** Those of a run, in the order in which they were handed in. */
  List<DebriefFieldCheck> of(String caseId);

  Optional<DebriefFieldCheck> find(String entryId);
}
