package org.dangwu.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * Tells the webapps who is logged in. They create it by its class name, so it takes the account
 * from the request, where {@link AccountFilter} left it.
 */
public final class WebappLogin implements AuthenticationProvider {

  @Override
  public AuthenticationResult extractAuthenticatedUser(
      HttpServletRequest request, ProcessEngine engine) {
    if (!(request.getAttribute(AccountFilter.ACCOUNT) instanceof Account account)) {
      return AuthenticationResult.unsuccessful();
    }
    AuthenticationResult result = AuthenticationResult.successful(account.id());
    result.setGroups(account.groups());
    result.setTenants(account.tenants());
    return result;
  }

  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse response, ProcessEngine engine) {
    // The login page stands in front; there is nothing to add.
  }
}
