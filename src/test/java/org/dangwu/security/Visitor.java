package org.dangwu.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser, seen from the wire. */
final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String address;

  /** Somebody whose browser keeps nothing, so that each request comes as the first. */
  static Visitor forgetful(int port) {
    Visitor visitor = new Visitor(port);
    visitor.cookies.setCookiePolicy(CookiePolicy.ACCEPT_NONE);
    return visitor;
  }

  Visitor(int port) {
    this.address = "http://localhost:" + port;
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, null, Map.of("Accept", "text/html"));
  }

  HttpResponse<String> api(String method, String path, String json, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putIfAbsent("Accept", "application/json");
    if (json != null) {
      all.putIfAbsent("Content-Type", "application/json");
    }
    return send(method, path, json, all);
  }

  /** Fills in the form of a page and sends it with the page's token. */
  HttpResponse<String> submit(String page, String target, Map<String, String> fields) {
    Matcher token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new AssertionError(page + " has no form");
    }
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", token.group(1));
    return post(target, all);
  }

  HttpResponse<String> post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        "POST",
        path,
        body,
        Map.of("Accept", "text/html", "Content-Type", "application/x-www-form-urlencoded"));
  }

  HttpResponse<String> login(String user, String password) {
    return submit("/login", "/login", Map.of("username", user, "password", password));
  }

  /** Logs in and returns what the login page then says. */
  String refusal(String user, String password) {
    HttpResponse<String> answer = login(user, password);
    if (!location(answer).endsWith("/login?error")) {
      throw new AssertionError("not refused: " + location(answer));
    }
    Matcher notice =
        Pattern.compile("notice-error\"[^>]*>([^<]+)<").matcher(get("/login?error").body());
    if (!notice.find()) {
      throw new AssertionError("no reason given");
    }
    return notice.group(1);
  }

  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse(null);
  }

  HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  static Map<String, String> basic(String user, String password) {
    String pair = user + ":" + password;
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
