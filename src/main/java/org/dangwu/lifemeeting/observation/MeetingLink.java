package org.dangwu.lifemeeting.observation;

import org.dangwu.lifemeeting.Sentences;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Leads an observer to the case file of the meeting he observes, also when his own step belongs to
 * a run of the superior. Who may read there what, the case file decides.
 */
@Controller
class MeetingLink {

  private final ProcedureCases cases;
  private final HeldMeetings held;
  private final Sentences sentences;

  MeetingLink(ProcedureCases cases, HeldMeetings held, Sentences sentences) {
    this.cases = cases;
    this.held = held;
    this.sentences = sentences;
  }

  @GetMapping("/life-meeting/observation/meeting/{caseId}/{organization}")
  String meeting(@PathVariable String caseId, @PathVariable String organization) {
    ProcedureCase own =
        cases.find(caseId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (own.kind() == ProcedureKind.LIFE_MEETING) {
      return "redirect:/dossier/case/" + own.caseId();
    }
    return held.runs(organization, own.year()).stream()
        .findFirst()
        .map(run -> "redirect:/dossier/case/" + run.caseId())
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, sentences.say("observation.notStarted")));
  }
}
