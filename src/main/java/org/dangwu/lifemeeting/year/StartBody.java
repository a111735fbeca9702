package org.dangwu.lifemeeting.year;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.lifemeeting.observation.HeldMeetings;
import org.dangwu.procedure.GuidedBodies.Handled;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.procedure.StartCheck;

/**
 * Starts the life meeting of one body unless it runs already (A01). A body whose meeting cannot be
 * started is listed with the reason.
 */
@ModelBean("startBody")
class StartBody implements JavaDelegate {

  private final YearBook book;
  private final HeldMeetings held;
  private final ProcedureStart start;
  private final YearNotices notices;

  StartBody(YearBook book, HeldMeetings held, ProcedureStart start, YearNotices notices) {
    this.book = book;
    this.held = held;
    this.start = start;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Deployment deployment = book.find((String) execution.getVariable("caseId")).orElseThrow();
    String body = (String) execution.getVariable("body");
    Optional<ProcedureCase> run =
        held.annual(body, deployment.year()).or(() -> started(deployment, body));
    run.ifPresent(
        found -> {
          book.blocked(deployment.caseId(), body, null);
          notices.deliver(deployment, found);
        });
    execution.setVariableLocal("bodyState", run.isPresent() ? "RUNNING" : "BLOCKED");
  }

  private Optional<ProcedureCase> started(Deployment deployment, String body) {
    StartCheck check = start.check(ProcedureKind.LIFE_MEETING, body, deployment.year(), null);
    if (!check.allowed()) {
      book.blocked(deployment.caseId(), body, check.reason());
      return Optional.empty();
    }
    return Optional.of(
        start.start(ProcedureKind.LIFE_MEETING, body, deployment.year(), facts(deployment, body)));
  }

  private Map<String, Object> facts(Deployment deployment, String body) {
    LocalDate day =
        book.handling(deployment.caseId(), body).map(Handled::until).orElse(deployment.suggested());
    Map<String, Object> facts = new HashMap<>();
    facts.put("meetingDate", Deadlines.startOf(day));
    facts.put("themeSource", deployment.themeSource());
    if (deployment.theme() != null) {
      facts.put("theme", deployment.theme());
    }
    facts.put("windowStart", Deadlines.startOf(deployment.windowStart()));
    facts.put("windowEnd", Deadlines.endOf(deployment.windowEnd()));
    facts.put("yearCaseId", deployment.caseId());
    return facts;
  }
}
