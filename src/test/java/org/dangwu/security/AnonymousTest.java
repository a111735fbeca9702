package org.dangwu.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@SecurityTest
class AnonymousTest {

  /** Everything that the world may see without a login. */
  private static final Set<String> PUBLIC =
      Set.of(
          "GET /login",
          "HEAD /login",
          "GET /dangwu/base.css",
          "GET /dangwu/icon.svg",
          "GET /dangwu/signed-out.js",
          "GET /dangwu/questionnaire.css",
          "GET /dangwu/ballot.css",
          "GET /dangwu/ballot.js",
          "GET /q/x",
          "POST /q/x",
          "GET /b",
          "POST /b",
          "GET /b/x",
          "POST /b/x",
          "GET /actuator/health");

  @Autowired ObjectProvider<RequestMappingInfoHandlerMapping> handlers;
  @Autowired CamundaJerseyResourceConfig restInterface;
  @LocalServerPort int port;

  private Visitor nobody;

  @BeforeEach
  void comeAsNobody() {
    nobody = Visitor.forgetful(port);
  }

  @Test
  void reachNoneOfOurOwnPages() {
    Set<String> requests = ownPages();
    assertThat(requests).hasSizeGreaterThan(20).contains("GET /home", "GET /password");
    assertThat(reachable(requests))
        .isEqualTo(
            Set.of(
                "GET /login",
                "GET /q/x",
                "POST /q/x",
                "GET /b",
                "POST /b",
                "GET /b/x",
                "POST /b/x",
                "GET /actuator/health"));
  }

  @Test
  void reachNothingOfTheWebappsAndTheRestInterface() {
    Set<String> requests = new TreeSet<>();
    new CockpitApplication()
        .getClasses()
        .forEach(type -> collect(requests, "/camunda/api/cockpit", type));
    new AdminApplication()
        .getClasses()
        .forEach(type -> collect(requests, "/camunda/api/admin", type));
    new TasklistApplication()
        .getClasses()
        .forEach(type -> collect(requests, "/camunda/api/tasklist", type));
    new WelcomeApplication()
        .getClasses()
        .forEach(type -> collect(requests, "/camunda/api/welcome", type));
    new EngineRestApplication()
        .getClasses()
        .forEach(type -> collect(requests, "/camunda/api/engine", type));
    restInterface.getClasses().forEach(type -> collect(requests, "/engine-rest", type));
    assertThat(requests)
        .hasSizeGreaterThan(600)
        .contains(
            "POST /engine-rest/deployment/create",
            "POST /camunda/api/admin/setup/default/user/create",
            "POST /camunda/api/engine/engine/default/task/x/complete");
    assertThat(reachable(requests)).isEmpty();
  }

  @Test
  void reachNoFileExceptTheLookOfTheLoginPage() throws IOException {
    Set<String> requests = files();
    assertThat(requests)
        .hasSizeGreaterThan(100)
        .contains("GET /camunda/app/tasklist/index.html", "GET /dangwu/base.css");
    requests.addAll(
        List.of(
            "GET /",
            "GET /camunda",
            "GET /camunda/",
            "GET /camunda/app/tasklist",
            "GET /camunda/app/tasklist/default/",
            "GET /camunda/app/cockpit/default/",
            "GET /camunda/app/admin/default/",
            "GET /camunda/app/welcome/default/",
            "GET /camunda/app/admin/default/setup/",
            "GET /engine-rest",
            "GET /engine-rest/",
            "GET /h2-console",
            "GET /error",
            "GET /nowhere"));
    assertThat(reachable(requests))
        .isEqualTo(
            Set.of(
                "GET /dangwu/base.css",
                "GET /dangwu/icon.svg",
                "GET /dangwu/signed-out.js",
                "GET /dangwu/questionnaire.css",
                "GET /dangwu/ballot.css",
                "GET /dangwu/ballot.js"));
  }

  @Test
  void reachTheQuestionnaireAndNothingBesideItOrBelowIt() {
    for (String request :
        List.of(
            "GET /q",
            "GET /q/",
            "GET /q/x/y",
            "GET /q/x/../../home",
            "GET /q/..%2fhome",
            "GET /q/x;/home",
            "PUT /q/x",
            "DELETE /q/x",
            "PATCH /q/x",
            "POST /q/x/y",
            "GET /Q/x",
            "GET /questionnaire/x")) {
      HttpResponse<String> answer = ask(request, "text/html");
      assertThat(answer.statusCode()).as(request).isIn(302, 400, 401, 403);
    }
    HttpResponse<String> answer = ask("GET /q/x", "text/html");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void cannotSlipPastARuleByWritingThePathDifferently() {
    Set<String> requests =
        Set.of(
            "GET /camunda/api/%61dmin/setup/default/user/create",
            "GET /engine-rest/%76ersion",
            "GET /%65ngine-rest/version",
            "GET //engine-rest/version",
            "GET /engine-rest;x=1/version",
            "GET /login/../home",
            "GET /login/..%2fhome",
            "GET /dangwu/base.css/../../home",
            "GET /dangwu/base.css;/../../home");
    for (String request : requests) {
      HttpResponse<String> answer = ask(request, "text/html");
      assertThat(answer.statusCode()).as(request).isIn(302, 400, 401, 403);
    }
  }

  private Set<String> reachable(Set<String> requests) {
    Set<String> reached = new TreeSet<>();
    for (String request : requests) {
      for (String accept : List.of("text/html", "*/*")) {
        HttpResponse<String> answer = ask(request, accept);
        boolean refused =
            answer.statusCode() == 401
                || answer.statusCode() == 403
                || (answer.statusCode() == 302
                    && Visitor.location(answer).matches("http://localhost:\\d+/login"));
        if (!refused) {
          reached.add(request);
        }
      }
    }
    assertThat(PUBLIC).containsAll(reached);
    return reached;
  }

  private HttpResponse<String> ask(String request, String accept) {
    int space = request.indexOf(' ');
    return nobody.send(
        request.substring(0, space), request.substring(space + 1), null, Map.of("Accept", accept));
  }

  private Set<String> ownPages() {
    Set<String> requests = new TreeSet<>();
    handlers.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .forEach(
            info -> {
              Set<String> methods = new LinkedHashSet<>();
              info.getMethodsCondition().getMethods().forEach(m -> methods.add(m.name()));
              if (methods.isEmpty()) {
                methods.addAll(List.of("GET", "POST"));
              }
              for (String pattern : info.getPatternValues()) {
                methods.forEach(method -> requests.add(method + " " + filled(pattern)));
              }
            });
    return requests;
  }

  private static void collect(Set<String> requests, String base, Class<?> type) {
    Resource resource = Resource.from(type);
    if (resource != null) {
      collect(requests, base, resource, new ArrayList<>());
    }
  }

  private static void collect(
      Set<String> requests, String base, Resource resource, List<Class<?>> outer) {
    String path = base + "/" + (resource.getPath() == null ? "" : resource.getPath());
    for (ResourceMethod method : resource.getResourceMethods()) {
      requests.add(method.getHttpMethod() + " " + filled(path));
    }
    for (Resource child : resource.getChildResources()) {
      collect(requests, path, child, outer);
    }
    ResourceMethod locator = resource.getResourceLocator();
    if (locator != null) {
      Class<?> inner = locator.getInvocable().getRawResponseType();
      Resource found = outer.contains(inner) ? null : Resource.from(inner);
      if (found != null) {
        List<Class<?>> deeper = new ArrayList<>(outer);
        deeper.add(inner);
        collect(requests, path, found, deeper);
      } else {
        requests.add("GET " + filled(path));
      }
    }
  }

  /** A path that a request can have: variables replaced, slashes in order. */
  private static String filled(String pattern) {
    return pattern
        .replaceAll("\\{\\s*(engine|engineName|name|processEngineName)[^{}]*}", "default")
        .replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "x")
        .replace("**", "x")
        .replace("*", "x")
        .replaceAll("/+", "/")
        .replaceAll("(?<=.)/$", "");
  }

  private static Set<String> files() throws IOException {
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    Set<String> requests = new TreeSet<>();
    for (var file :
        resolver.getResources("classpath*:/META-INF/resources/webjars/camunda/**/*.*")) {
      String address = file.getURL().toString();
      requests.add("GET /camunda" + address.substring(address.indexOf("/webjars/camunda") + 16));
    }
    for (var file : resolver.getResources("classpath*:/static/**/*.*")) {
      String address = file.getURL().toString();
      requests.add("GET " + address.substring(address.indexOf("/static/") + 7));
    }
    return requests;
  }
}
