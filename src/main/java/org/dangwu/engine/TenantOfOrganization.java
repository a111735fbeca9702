package org.dangwu.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands on the start of a called process that may be about another body than its caller: a
 * superior's run calls steps for a body below it, and the people of that body must see them. The
 * engine itself gives every called instance the tenant of its caller.
 */
@ModelBean("tenantOfOrganization")
class TenantOfOrganization implements ExecutionListener {

  private final ObjectProvider<TenantResolver> resolver;

  TenantOfOrganization(ObjectProvider<TenantResolver> resolver) {
    this.resolver = resolver;
  }

  @Override
  public void notify(DelegateExecution execution) {
    resolver
        .getObject()
        .tenantFor(execution.getVariables())
        .ifPresent(tenant -> ((ExecutionEntity) execution).setTenantId(tenant));
  }
}
