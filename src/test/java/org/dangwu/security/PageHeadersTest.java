package org.dangwu.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SecurityTest
class PageHeadersTest {

  @Autowired TestUsers people;
  @LocalServerPort int port;

  @Test
  void ownPagesLoadOnlyFromHereAreFramedOnlyHereAndAreNeverKept() {
    Visitor visitor = new Visitor(port);
    visitor.login(people.with(), TestUsers.PASSWORD);

    HttpResponse<String> page = visitor.get("/home");

    assertThat(header(page, "Content-Security-Policy"))
        .isEqualTo(
            "default-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self';"
                + " object-src 'none'");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(page, "X-Frame-Options")).isEqualTo("SAMEORIGIN");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(page, "Permissions-Policy")).contains("geolocation=()", "camera=()");
  }

  @Test
  void webappsKeepTheirOwnPolicy() {
    Visitor visitor = new Visitor(port);
    visitor.login(people.with(), TestUsers.PASSWORD);

    HttpResponse<String> page = visitor.get("/camunda/app/tasklist/default/");

    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("script-src 'nonce-");
    assertThat(header(page, "Cache-Control")).contains("no-store");
  }

  @Test
  void errorPageSaysNothingOfTheInsideButGivesANumber() {
    Visitor visitor = new Visitor(port);
    visitor.login(people.with(), TestUsers.PASSWORD);

    HttpResponse<String> page = visitor.get("/no-such-page");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("没有找到该页面", "编号：")
        .containsPattern("[0-9A-F]{8}")
        .doesNotContain("Exception", "org.", "no-such-page");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
