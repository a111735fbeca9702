package org.dangwu.questionnaire;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Stops an address from flooding a questionnaire. Counts in memory only, under a fingerprint with a
 * secret of this start, so that no address is kept anywhere.
 */
@Component
class SubmissionLimit {

  private static final int MANY = 10_000;

  private final QuestionnaireProperties properties;
  private final Clock clock;
  private final String secret = Tokens.random();
  private final Map<String, Forms> forms = new ConcurrentHashMap<>();

  SubmissionLimit(QuestionnaireProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /** Counts one form; false when there were too many. */
  boolean allows(String address) {
    if (forms.size() > MANY) {
      forms.values().removeIf(this::isOver);
    }
    Forms counted =
        forms.merge(
            Tokens.sha256(secret + address),
            new Forms(1, clock.instant()),
            (old, one) -> isOver(old) ? one : new Forms(old.count() + 1, old.since()));
    return counted.count() <= properties.formsPerAddress();
  }

  private boolean isOver(Forms counted) {
    return clock.instant().isAfter(counted.since().plus(properties.addressWindow()));
  }

  private record Forms(int count, Instant since) {}
}
