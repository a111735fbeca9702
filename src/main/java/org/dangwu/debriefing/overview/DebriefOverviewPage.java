package org.dangwu.debriefing.overview;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where each secretary of a run stands. The committee and who organises it see all of them; a
 * secretary sees himself alone, everybody else nothing.
 */
@Controller
class DebriefOverviewPage {

  private static final List<String> COMMITTEE =
      List.of(CaseRoles.ORGANIZERS, CaseRoles.COMMITTEE_SECRETARY, CaseRoles.MEMBER, "recorder");

  private final ProcedureCases cases;
  private final CaseRoles roles;
  private final DebriefOverview overview;
  private final DebriefPlans plans;
  private final DebriefSentences sentences;

  DebriefOverviewPage(
      ProcedureCases cases,
      CaseRoles roles,
      DebriefOverview overview,
      DebriefPlans plans,
      DebriefSentences sentences) {
    this.cases = cases;
    this.roles = roles;
    this.overview = overview;
    this.plans = plans;
    this.sentences = sentences;
  }

  @GetMapping("/debriefing/case/{caseId}/overview")
  String show(@PathVariable String caseId, Principal user, Model model) {
    ProcedureCase run =
        cases
            .find(caseId)
            .filter(found -> found.kind() == ProcedureKind.DEBRIEFING)
            .orElseThrow(this::gone);
    boolean committee = roles.holdsAny(user.getName(), run.organization(), COMMITTEE);
    List<DebriefOverview.Line> lines =
        overview.of(caseId).stream()
            .filter(line -> committee || line.entry().personId().equals(user.getName()))
            .toList();
    if (lines.isEmpty() && !committee) {
      throw gone();
    }
    model.addAttribute("run", run);
    model.addAttribute("committee", committee);
    model.addAttribute("lines", lines);
    model.addAttribute("papers", DebriefOverview.Paper.values());
    model.addAttribute("plan", plans.of(caseId).filter(DebriefPlan::agreed).orElse(null));
    model.addAttribute("counts", counts(lines));
    return "debriefing/overview";
  }

  /** How many of those who give an account have each paper. */
  private static Map<String, String> counts(List<DebriefOverview.Line> lines) {
    List<DebriefOverview.Line> counted =
        lines.stream().filter(line -> line.entry().state().debriefs()).toList();
    Map<String, String> counts = new LinkedHashMap<>();
    for (DebriefOverview.Paper paper : DebriefOverview.Paper.values()) {
      long done =
          counted.stream().filter(line -> line.of(paper) == DebriefOverview.Standing.DONE).count();
      counts.put(paper.label(), done + " / " + counted.size());
    }
    return counts;
  }

  private ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("overview.gone"));
  }
}
