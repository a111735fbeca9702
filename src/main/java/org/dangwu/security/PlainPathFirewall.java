package org.dangwu.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;

/**
 * Refuses addresses that write the part naming a servlet with escapes, such as {@code
 * /%65ngine-rest/}: nobody does so in good faith, and filters that look at the raw address would
 * take it for another one.
 */
@Component
class PlainPathFirewall extends StrictHttpFirewall {

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    String raw = request.getRequestURI().substring(request.getContextPath().length());
    if (request.getPathInfo() != null && !raw.startsWith(request.getServletPath())) {
      throw new RequestRejectedException("The path of a servlet must be written plainly");
    }
    return super.getFirewalledRequest(request);
  }
}
