package org.dangwu.memberreview.grading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dangwu.ballot.TellerList.Choice;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;

/**
 * The committee of a branch (支委会). A branch of fewer than seven formal members has none; then its
 * secretary does the work and the assembly decides (B17).
 */
@Component
class Committee {

  private final Organizations organizations;
  private final People people;

  Committee(Organizations organizations, People people) {
    this.organizations = organizations;
    this.people = people;
  }

  /**
   * @param hasCommittee the routing fact of the run
   */
  boolean exists(Object hasCommittee) {
    return "YES".equals(hasCommittee);
  }

  /** Its members today, the secretary first. */
  List<Choice> members(String branch) {
    Set<String> ids = new LinkedHashSet<>(organizations.holders(Role.SECRETARY, branch));
    ids.addAll(organizations.holders(Role.COMMITTEE, branch));
    return ids.stream().map(id -> new Choice(id, people.name(id))).toList();
  }
}
