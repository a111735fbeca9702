package org.dangwu.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Component;

/**
 * Who may see how far a run is: those of the body, its superior's departments, and who started it.
 */
@Component
class CaseVisibility {

  private static final List<String> ROLES =
      List.of(
          CaseRoles.MEMBER,
          "recorder",
          "office",
          "archivist",
          CaseRoles.SUPERIOR_ORGANIZATION,
          CaseRoles.SUPERIOR_DISCIPLINE,
          "superiorPrincipal",
          "superiorOffice");

  private static final List<String> ROLES_OF_A_GUIDING_RUN =
      Stream.concat(
              ROLES.stream(),
              Stream.of(CaseRoles.ORGANIZATION_DEPARTMENT, CaseRoles.DISCIPLINE_COMMISSION))
          .toList();

  private final CaseRoles roles;

  CaseVisibility(CaseRoles roles) {
    this.roles = roles;
  }

  boolean maySee(String userId, ProcedureCase run) {
    return userId.equals(run.startedBy())
        || roles.holdsAny(
            userId,
            run.organization(),
            run.kind().guidesBodiesBelow() ? ROLES_OF_A_GUIDING_RUN : ROLES);
  }
}
