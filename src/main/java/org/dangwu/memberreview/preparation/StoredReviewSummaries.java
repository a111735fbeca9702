package org.dangwu.memberreview.preparation;

import java.util.Set;
import org.dangwu.memberreview.ReviewSummaries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredReviewSummaries implements ReviewSummaries {

  private final JdbcClient jdbc;

  StoredReviewSummaries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> refused(String caseId) {
    return Set.copyOf(
        jdbc.sql("select person_id from memberreview_refusal where case_id = ?")
            .param(caseId)
            .query(String.class)
            .list());
  }
}
