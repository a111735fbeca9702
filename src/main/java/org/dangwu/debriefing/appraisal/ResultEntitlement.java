package org.dangwu.debriefing.appraisal;

import org.dangwu.engine.CurrentPerson;
import org.dangwu.organization.Organizations;
import org.dangwu.security.SystemGroups;
import org.springframework.stereotype.Component;

/**
 * Who reads results through the interface (C20): the organisers of that committee, and programs
 * whose account was given that committee's tenant.
 */
@Component("debriefResultEntitlement")
class ResultEntitlement {

  private final AppraisalReaders readers;
  private final Organizations organizations;
  private final CurrentPerson current;

  ResultEntitlement(AppraisalReaders readers, Organizations organizations, CurrentPerson current) {
    this.readers = readers;
    this.organizations = organizations;
    this.current = current;
  }

  boolean of(String user, String organizer) {
    return readers.ofResults(user, organizer) || isProgramOf(organizations.tenantOf(organizer));
  }

  private boolean isProgramOf(String tenant) {
    return current.isIn(SystemGroups.MACHINES) && current.worksFor(tenant);
  }
}
