package org.dangwu.memberreview;

import java.util.List;
import java.util.Optional;

/** Rosters of reviews, frozen at the start and changed only by recorded changes. */
public interface ReviewRosters {

  /** All who are or were on the roster, by group and order; empty until it is frozen. */
  List<RosterMember> of(String caseId);

  Optional<RosterMember> find(String caseId, String personId);

  RosterCounts counts(String caseId);

  /** Number of the newest version of the roster; 1 as it was frozen, 0 before that. */
  int version(String caseId);
}
