package org.dangwu.debriefing.plan;

import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.engine.ModelBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names the plans to models and modules. */
@ModelBean("debriefPlans")
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
  public List<String> participants(String caseId) {
    return book.find(caseId).stream()
        .flatMap(plan -> plan.participants().stream())
        .map(DebriefPlan.Participant::personId)
        .toList();
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
