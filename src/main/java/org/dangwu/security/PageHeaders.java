package org.dangwu.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Headers that differ by path: the webapps bring a content security policy of their own, and only
 * files that hold nothing confidential may be kept by the browser.
 */
final class PageHeaders implements HeaderWriter {

  private static final String POLICY =
      "default-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self';"
          + " object-src 'none'";
  private static final Pattern FILES =
      Pattern.compile(
          "/(dangwu|camunda/(app|lib|assets))/.*\\.(css|js|json|svg|png|ico|woff2?|ttf|eot|html)");

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    // A download brings a stricter policy of its own.
    if (!Requests.isWebapp(request) && !response.containsHeader("Content-Security-Policy")) {
      response.setHeader("Content-Security-Policy", POLICY);
    }
    if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
      boolean file = response.getStatus() < 400 && FILES.matcher(Requests.path(request)).matches();
      response.setHeader(HttpHeaders.CACHE_CONTROL, file ? "private, no-cache" : "no-store");
    }
  }
}
