package org.dangwu.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.dangwu.organization.InitialPasswordIssued;
import org.dangwu.organization.PersonLeft;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

@SecurityTest
class LoginTest {

  private static final String CHOSEN = "Bright-Morning-31";

  @Autowired TestUsers people;
  @Autowired IdentityService identity;
  @Autowired ApplicationEventPublisher events;
  @LocalServerPort int port;

  @Test
  void leadsToTheHomePageWithANewSession() {
    Visitor visitor = new Visitor(port);
    visitor.get("/login");
    String before = visitor.cookie("JSESSIONID");

    HttpResponse<String> answer = visitor.login(people.with(), TestUsers.PASSWORD);

    assertThat(Visitor.location(answer)).endsWith("/home");
    assertThat(visitor.cookie("JSESSIONID")).isNotNull().isNotEqualTo(before);
    assertThat(visitor.get("/home").statusCode()).isEqualTo(200);
  }

  @Test
  void leadsBackToThePageThatWasAskedFor() {
    Visitor visitor = new Visitor(port);
    visitor.get("/logout-page");

    assertThat(Visitor.location(visitor.login(people.with(), TestUsers.PASSWORD)))
        .contains("/logout-page");
  }

  @Test
  void saysTheSameForAWrongPasswordAndForAnUnknownNumber() {
    String known = people.with();

    String wrong = new Visitor(port).refusal(known, "something else");
    String unknown = new Visitor(port).refusal("nobody-" + known, "something else");

    assertThat(wrong).isEqualTo("人员编号或密码不正确，请在 3 秒后重试。").isEqualTo(unknown);
  }

  @Test
  void saysHowLongANumberIsLockedWhetherItExistsOrNot() {
    String known = people.with();
    new Visitor(port).refusal(known, "something else");
    new Visitor(port).refusal("nobody-" + known, "something else");

    assertThat(new Visitor(port).refusal(known, TestUsers.PASSWORD))
        .matches("因多次输错密码，该编号暂停登录，请在 [1-3] 秒后重试。");
    assertThat(new Visitor(port).refusal("nobody-" + known, TestUsers.PASSWORD))
        .matches("因多次输错密码，该编号暂停登录，请在 [1-3] 秒后重试。");
  }

  @Test
  void opensTheWebappsInTheSameSession() {
    Visitor visitor = signedIn(people.with(SystemGroups.PROCESS_OWNERS));

    assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    assertThat(apiOf(visitor, "GET", "/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(200);
  }

  @Test
  void keepsAMemberOutOfCockpitAndAdmin() {
    Visitor visitor = signedIn(people.with());

    assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isNotEqualTo(200);
    assertThat(visitor.get("/camunda/app/admin/default/").statusCode()).isNotEqualTo(200);
    assertThat(visitor.get("/home").body()).doesNotContain("驾驶舱", "系统管理");
  }

  @Test
  void endsEverywhereWhenThePersonLogsOut() {
    Visitor visitor = signedIn(people.with());
    visitor.get("/camunda/app/tasklist/default/");

    HttpResponse<String> answer = visitor.submit("/logout-page", "/logout", Map.of());

    assertThat(Visitor.location(answer)).endsWith("/login?logout");
    assertThat(visitor.get("/login?logout").body()).contains("您已安全退出");
    assertThat(visitor.get("/home").statusCode()).isEqualTo(302);
    assertThat(apiOf(visitor, "GET", "/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(401);
  }

  @Test
  void endsEverywhereWhenAWebappLogsOut() {
    Visitor visitor = signedIn(people.with());
    visitor.get("/camunda/app/tasklist/default/");

    HttpResponse<String> answer =
        visitor.api(
            "POST",
            "/camunda/api/admin/auth/user/default/logout",
            "",
            Map.of("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(visitor.get("/home").statusCode()).isEqualTo(302);
  }

  @Test
  void refusesFormsAndCallsWithoutTheToken() {
    Visitor visitor = signedIn(people.with());
    visitor.get("/camunda/app/tasklist/default/");

    assertThat(visitor.post("/logout", Map.of()).statusCode()).isEqualTo(403);
    assertThat(visitor.post("/password", Map.of()).statusCode()).isEqualTo(403);
    assertThat(visitor.get("/home").statusCode()).isEqualTo(200);
    assertThat(
            visitor
                .api("POST", "/camunda/api/engine/engine/default/task", "{}", Map.of())
                .statusCode())
        .isEqualTo(403);
    assertThat(new Visitor(port).post("/login", Map.of("username", "admin")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void keepsTheSetUpPageAndTheWebappsOwnLoginClosedEvenForAdministrators() {
    Visitor visitor = signedIn(people.with(SystemGroups.ADMINISTRATORS));
    visitor.get("/camunda/app/admin/default/");
    Map<String, String> token = Map.of("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"));

    assertThat(
            visitor
                .api("POST", "/camunda/api/admin/setup/default/user/create", "{}", token)
                .statusCode())
        .isEqualTo(403);
    assertThat(visitor.get("/camunda/app/admin/default/setup/").statusCode()).isEqualTo(403);
    assertThat(
            visitor
                .api("POST", "/camunda/api/admin/auth/user/default/login/admin", "", token)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void doesNotLetAPersonRenameOrDeleteTheOwnAccount() {
    String user = people.with();
    Visitor visitor = signedIn(user);
    visitor.get("/camunda/app/tasklist/default/");
    Map<String, String> token = Map.of("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"));
    String account = "/camunda/api/engine/engine/default/user/" + user;

    assertThat(
            visitor.api("PUT", account + "/profile", "{\"firstName\":\"书记\"}", token).statusCode())
        .isEqualTo(403);
    assertThat(visitor.api("DELETE", account, null, token).statusCode()).isEqualTo(403);
  }

  @Test
  void allowsNothingButAnOwnPasswordWhileTheFirstOneIsInUse() {
    String user = people.with();
    events.publishEvent(new InitialPasswordIssued(user));
    Visitor visitor = signedIn(user);

    assertThat(Visitor.location(visitor.get("/home"))).endsWith("/password");
    assertThat(Visitor.location(visitor.get("/camunda/app/tasklist/default/")))
        .endsWith("/password");
    assertThat(apiOf(visitor, "GET", "/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(403);

    HttpResponse<String> changed = change(visitor, TestUsers.PASSWORD, CHOSEN, CHOSEN);

    assertThat(Visitor.location(changed)).endsWith("/password?changed");
    assertThat(visitor.get("/home").statusCode()).isEqualTo(200);
    assertThat(identity.checkPassword(user, CHOSEN)).isTrue();
  }

  @Test
  void endsAllOtherSessionsWhenThePasswordChanges() {
    String user = people.with();
    Visitor here = signedIn(user);
    Visitor elsewhere = signedIn(user);

    change(here, TestUsers.PASSWORD, CHOSEN, CHOSEN);

    assertThat(here.get("/home").statusCode()).isEqualTo(200);
    assertThat(Visitor.location(elsewhere.get("/home"))).contains("/login");
  }

  @Test
  void saysWhyANewPasswordCannotBeTakenAndKeepsTheOld() {
    String user = people.with();
    Visitor visitor = signedIn(user);

    assertThat(change(visitor, TestUsers.PASSWORD, CHOSEN, "other").body()).contains("两次输入的新密码不一致");
    assertThat(change(visitor, TestUsers.PASSWORD, "Short-1", "Short-1").body())
        .contains("新密码至少需要 10 位");
    assertThat(change(visitor, TestUsers.PASSWORD, TestUsers.PASSWORD, TestUsers.PASSWORD).body())
        .contains("不能与当前密码相同");
    assertThat(
            change(visitor, TestUsers.PASSWORD, "My-" + user + "-2026", "My-" + user + "-2026")
                .body())
        .contains("不能包含本人的人员编号");
    assertThat(change(visitor, "wrong", CHOSEN, CHOSEN).body()).contains("当前密码不正确");
    assertThat(change(visitor, TestUsers.PASSWORD, CHOSEN, CHOSEN).body()).contains("暂时不能修改");
    assertThat(identity.checkPassword(user, CHOSEN)).isFalse();
  }

  @Test
  void endsTheSessionOfAPersonWhoLeft() {
    String user = people.with();
    Visitor visitor = signedIn(user);

    identity.deleteUser(user);
    events.publishEvent(new PersonLeft(user));

    assertThat(Visitor.location(visitor.get("/home"))).contains("/login");
    assertThat(apiOf(visitor, "GET", "/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(401);
  }

  @Test
  void storesThePasswordAsBcrypt() {
    String user = people.with();

    assertThat(identity.createUserQuery().userId(user).singleResult().getPassword())
        .startsWith("{bcrypt-sha256}$2a$04$");
  }

  private Visitor signedIn(String user) {
    Visitor visitor = new Visitor(port);
    assertThat(visitor.login(user, TestUsers.PASSWORD).statusCode()).isEqualTo(302);
    return visitor;
  }

  private static HttpResponse<String> apiOf(Visitor visitor, String method, String path) {
    return visitor.api(method, path, null, Map.of());
  }

  private static HttpResponse<String> change(
      Visitor visitor, String current, String chosen, String repeated) {
    return visitor.submit(
        "/password",
        "/password",
        Map.of("current", current, "chosen", chosen, "repeated", repeated));
  }
}
