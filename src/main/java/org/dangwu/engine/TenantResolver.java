package org.dangwu.engine;

import java.util.Map;
import java.util.Optional;

/** Tells under whose jurisdiction a new process instance stands. */
public interface TenantResolver {

  /**
   * The tenant for an instance started with these variables, or empty when they name no
   * organisation.
   */
  Optional<String> tenantFor(Map<String, Object> startVariables);
}
