package org.dangwu.debriefing.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How the participants of one session rate (现场评议安排, C12).
 *
 * @param dueOn last day of voting
 * @param tellers the chief one first (监票人)
 * @param sheets class of voters → single-use sheets for those present without an account
 * @param roundId of the prepared round, null before; empty when nobody rates
 */
record RatingArrangement(
    LocalDate dueOn, List<String> tellers, Map<String, Integer> sheets, String roundId) {

  RatingArrangement {
    tellers = List.copyOf(tellers);
    sheets = Map.copyOf(sheets);
  }
}
