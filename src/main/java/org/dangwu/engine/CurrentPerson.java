package org.dangwu.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** For whom the engine is working now. */
@Component
public class CurrentPerson {

  private final IdentityService identity;

  CurrentPerson(IdentityService identity) {
    this.identity = identity;
  }

  /** User id, or empty when the application itself acts. */
  public Optional<String> id() {
    return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getUserId);
  }

  /** Whether it is a member of the group; nobody is while the application itself acts. */
  public boolean isIn(String group) {
    return contains(Authentication::getGroupIds, group);
  }

  /** Whether it works for the tenant. */
  public boolean worksFor(String tenant) {
    return contains(Authentication::getTenantIds, tenant);
  }

  private boolean contains(Function<Authentication, List<String>> ids, String id) {
    return Optional.ofNullable(identity.getCurrentAuthentication())
        .map(ids)
        .filter(found -> found.contains(id))
        .isPresent();
  }
}
