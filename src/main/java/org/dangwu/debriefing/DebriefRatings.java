package org.dangwu.debriefing;

import java.util.List;
import java.util.Optional;

/**
 * What the participants' ratings say of those who debriefed, as far as the ballot may tell it
 * (现场评议结果, C12, C13).
 */
public interface DebriefRatings {

  /** One for every secretary of the run who is graded, in the order of the plan; never ranked. */
  List<DebriefRating> of(String caseId);

  /** Empty when there is no such secretary in the run. */
  Optional<DebriefRating> of(String caseId, String entryId);
}
