package org.dangwu.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.AntPathMatcher;

/** What a request is after. */
final class Requests {

  private static final AntPathMatcher PATTERNS = new AntPathMatcher();
  private static final RequestMatcher PROGRAMS = path("/engine-rest", "/engine-rest/**");
  private static final RequestMatcher OWN = path("/api/**");

  private Requests() {}

  /**
   * Matches the whole decoded path. Spring Security's own path patterns leave out the part that a
   * servlet is mapped to, so that a rule for {@code /engine-rest/**} would never meet the engine's
   * servlet and protect nothing.
   */
  static RequestMatcher path(String... patterns) {
    return request -> {
      String path = path(request);
      return Arrays.stream(patterns).anyMatch(pattern -> PATTERNS.match(pattern, path));
    };
  }

  static RequestMatcher path(HttpMethod method, String pattern) {
    return request -> method.matches(request.getMethod()) && PATTERNS.match(pattern, path(request));
  }

  /**
   * Whether it comes to the door for programs. The application's own interface also answers people
   * who are logged in; a program identifies itself with every request.
   */
  static boolean isFromProgram(HttpServletRequest request) {
    return PROGRAMS.matches(request)
        || isInterface(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  /** Whether it asks the application's own interface. */
  static boolean isInterface(HttpServletRequest request) {
    return OWN.matches(request);
  }

  /** Whether a browser wants a page to show, so that leading it elsewhere makes sense. */
  static boolean isForPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html") && !isWebappApi(request);
  }

  static boolean isWebappApi(HttpServletRequest request) {
    return path(request).startsWith("/camunda/api/");
  }

  static boolean isWebapp(HttpServletRequest request) {
    return path(request).startsWith("/camunda/");
  }

  static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }
}
