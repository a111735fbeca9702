package org.dangwu.lifemeeting.observation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.Sentences;
import org.dangwu.lifemeeting.observation.Candidate.Sender;
import org.springframework.stereotype.Component;

/**
 * What a list of observers must hold to: the organisation department and the discipline commission
 * both send somebody (A15), each group has one leader, and he whom the superior's principal
 * assigned leads (A16).
 */
@Component
class ObserverRules {

  private final Sentences sentences;

  ObserverRules(Sentences sentences) {
    this.sentences = sentences;
  }

  /**
   * @return the same seats, groups numbered from 1 without gaps, leaders first
   * @throws SubmissionRefused naming the first thing that does not hold
   */
  List<Seat> checked(List<Seat> seats, String assigned, List<Candidate> candidates) {
    Map<String, Candidate> known =
        candidates.stream().collect(Collectors.toMap(Candidate::personId, Function.identity()));
    for (Seat seat : seats) {
      if (!known.containsKey(seat.personId())) {
        throw sentences.refusal("observation.stranger", seat.personId());
      }
    }
    requireSent(Sender.ORGANIZATION, seats, known);
    requireSent(Sender.DISCIPLINE, seats, known);
    TreeMap<Integer, List<Seat>> groups =
        new TreeMap<>(seats.stream().collect(Collectors.groupingBy(Seat::group)));
    groups.forEach(
        (group, members) -> {
          long leaders = members.stream().filter(Seat::leader).count();
          if (leaders != 1) {
            throw sentences.refusal(
                leaders == 0 ? "observation.noLeader" : "observation.manyLeaders",
                String.valueOf(group));
          }
        });
    if (assigned != null
        && seats.stream().noneMatch(s -> s.leader() && s.personId().equals(assigned))) {
      throw sentences.refusal(
          "observation.assigned",
          known.containsKey(assigned) ? known.get(assigned).name() : assigned);
    }
    List<Integer> order = List.copyOf(groups.keySet());
    return seats.stream()
        .map(seat -> new Seat(seat.personId(), order.indexOf(seat.group()) + 1, seat.leader()))
        .sorted(Comparator.comparing(Seat::group).thenComparing(seat -> !seat.leader()))
        .toList();
  }

  private void requireSent(Sender sender, List<Seat> seats, Map<String, Candidate> known) {
    if (seats.stream().noneMatch(s -> known.get(s.personId()).senders().contains(sender))) {
      throw sentences.refusal("observation.sender", sender.label());
    }
  }
}
