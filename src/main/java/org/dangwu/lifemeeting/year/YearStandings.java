package org.dangwu.lifemeeting.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.dangwu.engine.Unrestricted;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.lifemeeting.observation.HeldMeetings;
import org.dangwu.procedure.GuidedBodies;
import org.dangwu.procedure.GuidedBodies.Handled;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Component;

/**
 * Where each body stands in the year (A01, A02): it met; or its superior agreed to a later day, in
 * its own run or here; or it is ordered to meet; or nothing of that.
 */
@Component
class YearStandings {

  private static final Set<String> AGREED = Set.of("APPROVED", "RESCHEDULED");

  private final YearBook book;
  private final HeldMeetings held;
  private final RuntimeService runtime;
  private final Unrestricted unrestricted;
  private final Clock clock;

  YearStandings(
      YearBook book,
      HeldMeetings held,
      RuntimeService runtime,
      Unrestricted unrestricted,
      Clock clock) {
    this.book = book;
    this.held = held;
    this.runtime = runtime;
    this.unrestricted = unrestricted;
    this.clock = clock;
  }

  /** In the order of the frozen list. */
  List<BodyStanding> of(Deployment deployment) {
    return book.of(deployment.caseId()).stream().map(body -> standing(deployment, body)).toList();
  }

  private BodyStanding standing(Deployment deployment, GuidedBodies.Body body) {
    Optional<ProcedureCase> run = held.annual(body.code(), deployment.year());
    Optional<LocalDate> met = run.flatMap(found -> held.heldOn(found.caseId()));
    if (met.isPresent()) {
      return standing(body, BodyState.HELD, met.get(), run);
    }
    LocalDate today = LocalDate.now(clock);
    Optional<Handled<Decision>> handling =
        book.handling(deployment.caseId(), body.code()).filter(h -> !h.until().isBefore(today));
    if (handling.isPresent()) {
      BodyState state =
          handling.get().decision() == Decision.CONSENT ? BodyState.POSTPONED : BodyState.ORDERED;
      return standing(body, state, handling.get().until(), run);
    }
    Optional<LocalDate> agreed =
        run.flatMap(this::agreedDay)
            .filter(day -> day.isAfter(deployment.windowEnd()) && !day.isBefore(today));
    if (agreed.isPresent()) {
      return standing(body, BodyState.POSTPONED, agreed.get(), run);
    }
    BodyState state =
        run.isPresent()
            ? BodyState.RUNNING
            : body.blockedReason() == null ? BodyState.NOT_STARTED : BodyState.BLOCKED;
    return standing(body, state, null, run);
  }

  private static BodyStanding standing(
      GuidedBodies.Body body, BodyState state, LocalDate day, Optional<ProcedureCase> run) {
    return new BodyStanding(
        body.code(),
        body.name(),
        state,
        day,
        run.isPresent() ? null : body.blockedReason(),
        run.map(ProcedureCase::caseId).orElse(null),
        run.map(ProcedureCase::businessKey).orElse(null));
  }

  /** The day to which the body's superior agreed in the body's own run. */
  private Optional<LocalDate> agreedDay(ProcedureCase run) {
    if (run.state() != ProcedureCase.State.RUNNING) {
      return Optional.empty();
    }
    Map<String, Object> facts =
        unrestricted.call(
            () ->
                runtime.getVariables(
                    run.processInstanceId(), List.of("meetingDate", "approvalResult")));
    return facts.get("meetingDate") instanceof Date day
            && AGREED.contains(String.valueOf(facts.get("approvalResult")))
        ? Optional.of(Deadlines.day(day))
        : Optional.empty();
  }
}
