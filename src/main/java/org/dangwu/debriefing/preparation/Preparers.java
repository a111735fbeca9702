package org.dangwu.debriefing.preparation;

import java.util.List;
import java.util.stream.Stream;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/**
 * Who prepares the comments of a run: those who organise it, the recorder and the committee's
 * secretary; nobody else sees what they write (C06).
 */
@Component("debriefPreparers")
class Preparers {

  private static final List<String> ROLES =
      List.of(CaseRoles.ORGANIZERS, CaseRoles.COMMITTEE_SECRETARY, "recorder");

  private static final List<String> JUDGES =
      List.of(CaseRoles.ORGANIZERS, CaseRoles.COMMITTEE_SECRETARY);

  private final CaseRoles roles;
  private final ProcedureCases cases;
  private final Organizations organizations;

  Preparers(CaseRoles roles, ProcedureCases cases, Organizations organizations) {
    this.roles = roles;
    this.cases = cases;
    this.organizations = organizations;
  }

  boolean prepares(String user, ProcedureCase run) {
    return run.kind() == ProcedureKind.DEBRIEFING
        && roles.holdsAny(user, run.organization(), ROLES);
  }

  /** Whether he reads what field teams wrote, as the table of access levels has it. */
  boolean readsFieldChecks(String user, ProcedureCase run) {
    return roles.holdsAny(user, run.organization(), JUDGES);
  }

  /** The runs under way that a person prepares comments for. */
  List<ProcedureCase> runs(String user) {
    List<String> bodies =
        Stream.concat(
                organizations.positionsOf(user).stream().map(position -> position.organization()),
                roles.servedByOrganizationDepartment(user).stream().map(Organization::code))
            .distinct()
            .toList();
    return cases.ofOrganizations(bodies).stream()
        .filter(run -> run.state() == ProcedureCase.State.RUNNING)
        .filter(run -> prepares(user, run))
        .toList();
  }
}
