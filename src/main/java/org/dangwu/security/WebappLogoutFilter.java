package org.dangwu.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the whole session when a webapp logs out. Looks at the answer, because the webapps' own
 * filter behind this one decides whether the request was forged.
 */
final class WebappLogoutFilter extends OncePerRequestFilter {

  private static final Pattern LOGOUT =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");

  private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod()) || !LOGOUT.matcher(Requests.path(request)).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (response.getStatus() < 300) {
      logout.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
    }
  }
}
