package org.dangwu.debriefing;

import java.util.List;
import java.util.Optional;

/**
 * Results of debriefings once the committee has settled them (C20): for filing, for notices, for
 * the appraisal of units. Decides nothing about who may see them: callers do.
 */
public interface DebriefResults {

  /** In the order of the plan, never by grade; empty before they are settled. */
  List<DebriefResult> of(String caseId);

  /** Those of the runs that a committee organised for a year. */
  List<DebriefResult> of(String organizer, int year);

  Optional<DebriefResult> find(String entryId);

  /** Those of one person, newest year first. */
  List<DebriefResult> ofPerson(String personId);
}
