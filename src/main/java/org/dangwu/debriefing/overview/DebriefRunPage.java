package org.dangwu.debriefing.overview;

import java.util.List;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.RunPage;
import org.springframework.stereotype.Component;

/** Leads to where the secretaries of a run stand, and each secretary to himself. */
@Component
class DebriefRunPage implements RunPage {

  private final DebriefEntries entries;
  private final ProcedureCases cases;

  DebriefRunPage(DebriefEntries entries, ProcedureCases cases) {
    this.entries = entries;
    this.cases = cases;
  }

  @Override
  public ProcedureKind kind() {
    return ProcedureKind.DEBRIEFING;
  }

  @Override
  public String label() {
    return "述职进展";
  }

  @Override
  public String path(ProcedureCase run) {
    return path(run.caseId());
  }

  /** While it is under way; afterwards the result has a link of its own. */
  @Override
  public List<Link> linksFor(String userId) {
    return cases
        .findAll(entries.ofPerson(userId).stream().map(DebriefEntry::caseId).distinct().toList())
        .stream()
        .filter(run -> run.state() == ProcedureCase.State.RUNNING)
        .map(run -> new Link(run.year() + "年度述职评议考核：本人进展", path(run.caseId())))
        .toList();
  }

  private static String path(String caseId) {
    return "/debriefing/case/" + caseId + "/overview";
  }
}
