package org.dangwu.lifemeeting.observation;

import java.util.List;
import java.util.Optional;

/**
 * What is decided so far about observing one meeting.
 *
 * @param assigned leader whom the superior's principal assigned (A16), or null
 * @param agreed whether the discipline commission agreed, null until it has answered
 */
record Observation(ProblemLevel level, String assigned, Boolean agreed, List<Seat> seats) {

  static final Observation NOTHING_YET = new Observation(null, null, null, List.of());

  Optional<Seat> seatOf(String personId) {
    return seats.stream().filter(seat -> seat.personId().equals(personId)).findFirst();
  }

  List<String> people() {
    return seats.stream().map(Seat::personId).toList();
  }

  List<String> leaders() {
    return seats.stream().filter(Seat::leader).map(Seat::personId).toList();
  }
}
