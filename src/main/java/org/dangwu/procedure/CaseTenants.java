package org.dangwu.procedure;

import java.util.Map;
import java.util.Optional;
import org.dangwu.engine.TenantResolver;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.springframework.stereotype.Component;

/** A run stands under the nearest party committee of the body it is about. */
@Component
class CaseTenants implements TenantResolver {

  private final Organizations organizations;

  CaseTenants(Organizations organizations) {
    this.organizations = organizations;
  }

  @Override
  public Optional<String> tenantFor(Map<String, Object> startVariables) {
    return Optional.ofNullable(startVariables.get("organization"))
        .map(Object::toString)
        .flatMap(organizations::find)
        .map(Organization::tenant);
  }
}
