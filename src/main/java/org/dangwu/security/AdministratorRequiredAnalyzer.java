package org.dangwu.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence what to set instead of showing a stack trace. */
class AdministratorRequiredAnalyzer extends AbstractFailureAnalyzer<AdministratorRequired> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, AdministratorRequired cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
