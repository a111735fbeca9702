package org.dangwu.debriefing.plan;

import java.util.Optional;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredDebriefPlans implements DebriefPlans {

  private final DebriefPlanBook book;
  private final JdbcClient jdbc;

  StoredDebriefPlans(DebriefPlanBook book, JdbcClient jdbc) {
    this.book = book;
    this.jdbc = jdbc;
  }

  @Override
  public Optional<DebriefPlan> of(String caseId) {
    return book.find(caseId);
  }

  @Override
  public Optional<DebriefPlan> withTeam(String fieldCheckId) {
    return jdbc.sql("select case_id from debrief_plan_team where field_check_id = ?")
        .param(fieldCheckId)
        .query(String.class)
        .optional()
        .flatMap(book::find);
  }
}
