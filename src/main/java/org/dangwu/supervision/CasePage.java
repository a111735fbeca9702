package org.dangwu.supervision;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.dangwu.organization.People;
import org.dangwu.procedure.CaseActions;
import org.dangwu.procedure.Facts;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.RunPage;
import org.dangwu.procedure.Termination;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Where a run stands, on the diagram itself. */
@Controller
class CasePage {

  private final ProcedureCases cases;
  private final CaseVisibility visibility;
  private final CaseProgress progress;
  private final CaseActions actions;
  private final Facts facts;
  private final People people;
  private final List<RunPage> runPages;
  private final Clock clock;

  CasePage(
      ProcedureCases cases,
      CaseVisibility visibility,
      CaseProgress progress,
      CaseActions actions,
      Facts facts,
      People people,
      List<RunPage> runPages,
      Clock clock) {
    this.cases = cases;
    this.visibility = visibility;
    this.progress = progress;
    this.actions = actions;
    this.facts = facts;
    this.people = people;
    this.runPages = runPages;
    this.clock = clock;
  }

  @GetMapping("/home/case/{caseId}")
  String show(@PathVariable String caseId, Principal user, Model model) {
    // The same answer for a run that is not there and one that is not theirs: the address tells
    // nothing.
    ProcedureCase run =
        cases
            .find(caseId)
            .filter(found -> visibility.maySee(user.getName(), found))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("run", run);
    model.addAttribute("planes", progress.planes(run));
    model.addAttribute("steps", progress.openSteps(run));
    model.addAttribute("actions", actions.offered(caseId, user.getName()));
    model.addAttribute(
        "facts",
        facts.of(run.organization(), run.year()).stream()
            .filter(fact -> fact.caseId() == null || fact.caseId().equals(caseId))
            .toList());
    runPages.stream()
        .filter(page -> page.kind() == run.kind())
        .findFirst()
        .ifPresent(
            page -> {
              model.addAttribute("runPage", page.path(run));
              model.addAttribute("runPageLabel", page.label());
            });
    cases.termination(caseId).ifPresent(end -> terminated(end, model));
    return "supervision/case";
  }

  private void terminated(Termination termination, Model model) {
    model.addAttribute("termination", termination);
    model.addAttribute("terminatedBy", people.name(termination.decidedBy()));
    model.addAttribute("zone", clock.getZone());
  }
}
