package org.dangwu.engine;

import java.util.Optional;
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
}
