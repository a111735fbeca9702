package org.dangwu.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a person with a password given by somebody else do nothing but choose an own one. */
final class InitialPasswordFilter extends OncePerRequestFilter {

  private static final Set<String> OPEN =
      Set.of(
          "/password", "/logout", "/logout-page", "/login", "/dangwu/base.css", "/dangwu/icon.svg");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = Requests.path(request);
    boolean mustChange =
        request.getAttribute(AccountFilter.ACCOUNT) instanceof Account account
            && account.passwordIsInitial();
    if (!mustChange || OPEN.contains(path)) {
      chain.doFilter(request, response);
    } else if (Requests.isForPage(request)) {
      response.sendRedirect(request.getContextPath() + "/password");
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
