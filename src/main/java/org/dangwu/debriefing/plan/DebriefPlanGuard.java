package org.dangwu.debriefing.plan;

import java.util.List;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A plan goes to the committee's secretary when nothing is missing, and as a paper (F-C1). */
@Component
@Order(50)
class DebriefPlanGuard implements CompletionGuard {

  static final String TYPE = "debriefPlan";

  private final PlanDesk desk;
  private final DebriefEntries entries;
  private final DebriefPlanRules rules;
  private final DebriefPlanPaper paper;
  private final Dossiers dossiers;
  private final DebriefSentences sentences;

  DebriefPlanGuard(
      PlanDesk desk,
      DebriefEntries entries,
      DebriefPlanRules rules,
      DebriefPlanPaper paper,
      Dossiers dossiers,
      DebriefSentences sentences) {
    this.desk = desk;
    this.entries = entries;
    this.rules = rules;
    this.paper = paper;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DebriefSteps.is(task, DebriefingProcess.Tasks.MAKE_PLAN)) {
      return;
    }
    String caseId = (String) task.variable(DebriefingProcess.CASE_ID);
    DebriefPlan plan = desk.find(caseId).orElseThrow(() -> sentences.refusal("plan.missing"));
    List<String> missing =
        desk.missing(plan, (String) task.variable(DebriefingProcess.ORGANIZATION));
    if (!missing.isEmpty()) {
      throw sentences.refusal("plan.incomplete", String.join("", missing));
    }
    dossiers.file(
        DocumentKey.of(caseId, TYPE),
        paper.sections(plan, entries.active(caseId), rules.unusualTime(plan)),
        task.assignee().orElse("system"));
  }
}
