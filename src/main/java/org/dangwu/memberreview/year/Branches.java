package org.dangwu.memberreview.year;

import java.util.List;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.springframework.stereotype.Component;

/**
 * The branches (党支部) that a grass-roots committee leads, those of its general branches included.
 */
@Component
class Branches {

  private final Organizations organizations;

  Branches(Organizations organizations) {
    this.organizations = organizations;
  }

  /** In the order of the roster; empty for what is no party committee. */
  List<Organization> of(Organization committee) {
    if (committee.kind() != OrganizationKind.COMMITTEE) {
      return List.of();
    }
    return organizations.below(committee.code()).stream()
        .filter(below -> below.kind() == OrganizationKind.BRANCH)
        .filter(branch -> branch.tenant().equals(committee.code()))
        .toList();
  }

  List<Organization> of(String committee) {
    return of(organizations.get(committee));
  }
}
