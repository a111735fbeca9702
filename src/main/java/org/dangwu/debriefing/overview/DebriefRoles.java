package org.dangwu.debriefing.overview;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.FieldTeam;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.dossier.ExtraCaseRoles;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.ExtraRunRoles;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/**
 * Roles in a debriefing that follow from no post in the committee's own body. In the case file: who
 * organises it, who gives an account, who votes, who goes and sees. To the page of the run itself
 * the organisers alone are let in, because it shows the steps of everybody.
 */
@Component("debriefRoles")
class DebriefRoles implements ExtraCaseRoles, ExtraRunRoles {

  private final ProcedureCases cases;
  private final DebriefEntries entries;
  private final DebriefPlans plans;
  private final CaseRoles roles;

  DebriefRoles(ProcedureCases cases, DebriefEntries entries, DebriefPlans plans, CaseRoles roles) {
    this.cases = cases;
    this.entries = entries;
    this.plans = plans;
    this.roles = roles;
  }

  @Override
  public Set<String> of(String userId, String caseId) {
    return cases
        .find(caseId)
        .filter(run -> run.kind() == ProcedureKind.DEBRIEFING)
        .map(run -> inCaseFile(userId, run))
        .orElse(Set.of());
  }

  @Override
  public Set<String> of(String userId, ProcedureCase run) {
    return run.kind() == ProcedureKind.DEBRIEFING && organizes(userId, run)
        ? Set.of(CaseRoles.ORGANIZERS)
        : Set.of();
  }

  private Set<String> inCaseFile(String userId, ProcedureCase run) {
    Set<String> found = new HashSet<>();
    if (organizes(userId, run)) {
      found.add(CaseRoles.ORGANIZERS);
    }
    if (entries.of(run.caseId()).stream().anyMatch(e -> e.personId().equals(userId))) {
      found.add("debriefer");
    }
    plans
        .of(run.caseId())
        .filter(DebriefPlan::agreed)
        .ifPresent(
            plan -> {
              if (plan.participants().stream().anyMatch(p -> p.personId().equals(userId))) {
                found.add("debriefParticipant");
              }
              if (plan.teams().stream().anyMatch(team -> isIn(team, userId))) {
                found.add("fieldTeam");
              }
            });
    return found;
  }

  private boolean organizes(String userId, ProcedureCase run) {
    return roles.holdsAny(userId, run.organization(), List.of(CaseRoles.ORGANIZERS));
  }

  private static boolean isIn(FieldTeam team, String userId) {
    return team.leader().equals(userId) || team.members().contains(userId);
  }
}
