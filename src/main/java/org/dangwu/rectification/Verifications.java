package org.dangwu.rectification;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What verifiers found of items (验收). */
@Component
class Verifications extends JudgementBook {

  Verifications(JdbcClient jdbc, Clock clock) {
    super(
        jdbc,
        clock,
        new Columns("rectification_verification", "item_id", "verifier", "verified_at"));
  }
}
