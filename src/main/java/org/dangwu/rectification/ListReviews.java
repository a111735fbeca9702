package org.dangwu.rectification;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a superior's organizers found of the lists of secretaries. */
@Component
class ListReviews extends JudgementBook {

  ListReviews(JdbcClient jdbc, Clock clock) {
    super(
        jdbc,
        clock,
        new Columns("rectification_list_review", "list_id", "reviewer", "reviewed_at"));
  }
}
