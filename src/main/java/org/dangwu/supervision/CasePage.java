package org.dangwu.supervision;

import java.security.Principal;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
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

  CasePage(ProcedureCases cases, CaseVisibility visibility, CaseProgress progress) {
    this.cases = cases;
    this.visibility = visibility;
    this.progress = progress;
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
    return "supervision/case";
  }
}
