package org.dangwu.procedure;

import java.util.List;

/** Frozen rosters. */
public interface Rosters {

  /** The people due (应到), in rank order; empty until frozen. */
  List<RosterEntry> of(String caseId);
}
