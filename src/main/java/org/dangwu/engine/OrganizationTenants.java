package org.dangwu.engine;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Definitions belong to nobody, instances to the nearest party committee of the organisation they
 * are about.
 */
final class OrganizationTenants implements TenantIdProvider {

  private final ObjectProvider<TenantResolver> resolver;

  OrganizationTenants(ObjectProvider<TenantResolver> resolver) {
    this.resolver = resolver;
  }

  @Override
  public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
    if (start.getSuperExecution() != null) {
      return start.getSuperExecution().getTenantId();
    }
    TenantResolver known = resolver.getIfAvailable();
    return known == null ? null : known.tenantFor(start.getVariables()).orElse(null);
  }

  @Override
  public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
    return null;
  }

  @Override
  public String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext decision) {
    return decision.getExecution() == null ? null : decision.getExecution().getTenantId();
  }
}
