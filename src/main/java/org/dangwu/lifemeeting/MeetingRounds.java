package org.dangwu.lifemeeting;

import org.dangwu.procedure.Fact;
import org.dangwu.procedure.Facts;
import org.springframework.stereotype.Component;

/**
 * How often a meeting was ordered to be held again (责令重新召开, A37). A moved day goes on with the same
 * round; an order begins the next.
 */
@Component
class MeetingRounds {

  static final int FIRST = 1;

  private final Facts facts;

  MeetingRounds(Facts facts) {
    this.facts = facts;
  }

  /** The round that is prepared or held now, counted from 1. */
  int of(String caseId) {
    return FIRST
        + Math.toIntExact(
            facts.ofCase(caseId).stream()
                .filter(fact -> fact.type() == Fact.Type.REPEAT_ORDERED)
                .count());
  }
}
