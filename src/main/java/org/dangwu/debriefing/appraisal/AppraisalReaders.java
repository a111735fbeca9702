package org.dangwu.debriefing.appraisal;

import java.util.List;
import org.dangwu.procedure.CaseRoles;
import org.springframework.stereotype.Component;

/** Which persons may read results of others (C20, C23): decided by posts held today. */
@Component("debriefAppraisalReaders")
class AppraisalReaders {

  private static final List<String> ORGANIZERS = List.of(CaseRoles.ORGANIZERS);
  private static final List<String> DECIDERS =
      List.of(CaseRoles.ORGANIZERS, CaseRoles.COMMITTEE_SECRETARY);

  private final CaseRoles roles;

  AppraisalReaders(CaseRoles roles) {
    this.roles = roles;
  }

  /** Those who organise the debriefing of a committee. */
  boolean ofResults(String user, String organizer) {
    return roles.holdsAny(user, organizer, ORGANIZERS);
  }

  /** They and the committee's secretary. */
  boolean ofLowGrades(String user, String organizer) {
    return roles.holdsAny(user, organizer, DECIDERS);
  }
}
