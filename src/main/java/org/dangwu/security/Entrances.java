package org.dangwu.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Leads people who are not logged in to the login page and answers programs with a status. */
final class Entrances implements AuthenticationEntryPoint, AccessDeniedHandler {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (Requests.isForPage(request)) {
      response.sendRedirect(loginPage(request));
    } else {
      if (Requests.isInterface(request)) {
        RestRefusals.challenge(response);
      }
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    if (request.getUserPrincipal() == null
        && sessionEnded(request)
        && Requests.isForPage(request)) {
      response.sendRedirect(loginPage(request));
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static String loginPage(HttpServletRequest request) {
    return request.getContextPath() + (sessionEnded(request) ? "/login?expired" : "/login");
  }

  /** A form sent after the session ended carries a token that no longer exists. */
  private static boolean sessionEnded(HttpServletRequest request) {
    return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
  }
}
