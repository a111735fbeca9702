package org.dangwu.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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
    DelegateExecution caller = start.getSuperExecution();
    if (caller != null && isAboutTheSame(caller, start.getVariables())) {
      return caller.getTenantId();
    }
    TenantResolver known = resolver.getIfAvailable();
    return known == null ? null : known.tenantFor(start.getVariables()).orElse(null);
  }

  /** A superior's run may call steps of a body below it, whose people must then see them. */
  private static boolean isAboutTheSame(DelegateExecution caller, Map<String, Object> called) {
    Object organization = called.get("organization");
    return organization == null || organization.equals(caller.getVariable("organization"));
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
