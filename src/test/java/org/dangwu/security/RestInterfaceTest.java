package org.dangwu.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SecurityTest
class RestInterfaceTest {

  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
        <process id="rest-deployed" isExecutable="true" camunda:historyTimeToLive="P10D">
          <startEvent id="start"/>
        </process>
      </definitions>
      """;

  private static final String RESULTS = "/api/debriefing/results?organization=none&year=2026";

  @Autowired TestUsers people;
  @Autowired PasswordStates passwords;
  @Autowired RepositoryService repository;
  @LocalServerPort int port;

  private Visitor visitor;

  @BeforeEach
  void open() {
    visitor = new Visitor(port);
  }

  @Test
  void takesADeploymentOfModelerFromAProcessOwner() {
    String owner = people.with(SystemGroups.PROCESS_OWNERS);

    assertThat(call(owner, "GET", "/engine-rest/version").statusCode()).isEqualTo(200);
    HttpResponse<String> answer = deploy(owner);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("rest-deployed");
    assertThat(
            repository.createProcessDefinitionQuery().processDefinitionKey("rest-deployed").count())
        .isPositive();
  }

  @Test
  void refusesAMember() {
    String member = people.with();

    assertThat(call(member, "GET", "/engine-rest/version").statusCode()).isEqualTo(403);
    HttpResponse<String> answer = deploy(member);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("该账号无权使用引擎接口");
  }

  @Test
  void letsAMachineInButOnlyToWhatItIsGranted() {
    String machine = people.with(SystemGroups.MACHINES);

    assertThat(call(machine, "GET", "/engine-rest/version").statusCode()).isEqualTo(200);
    assertThat(deploy(machine).statusCode()).isEqualTo(403);
  }

  @Test
  void doesNotLetAProcessOwnerMakeUsersOrDeleteDeployments() {
    String owner = people.with(SystemGroups.PROCESS_OWNERS);

    HttpResponse<String> user =
        visitor.api(
            "POST",
            "/engine-rest/user/create",
            "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"Quiet-River-7\"}}",
            Visitor.basic(owner, TestUsers.PASSWORD));
    String deployment = repository.createDeploymentQuery().listPage(0, 1).get(0).getId();

    assertThat(user.statusCode()).isEqualTo(403);
    assertThat(call(owner, "DELETE", "/engine-rest/deployment/" + deployment).statusCode())
        .isEqualTo(403);
  }

  @Test
  void doesNotTakeTheSessionOfThePages() {
    String owner = people.with(SystemGroups.PROCESS_OWNERS);
    visitor.login(owner, TestUsers.PASSWORD);
    assertThat(visitor.get("/logout-page").statusCode()).isEqualTo(200);

    assertThat(visitor.api("GET", "/engine-rest/version", null, Map.of()).statusCode())
        .isEqualTo(401);
  }

  @Test
  void tellsAProgramThatAsksForResultsHowToIdentifyItself() {
    HttpResponse<String> answer = visitor.api("GET", RESULTS, null, Map.of());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(how -> assertThat(how).startsWith("Basic"));
  }

  @Test
  void letsOnlyMachinesAskForResultsAndTellsThemNothingOfOtherTenants() {
    String machine = people.with(SystemGroups.MACHINES);

    assertThat(call(people.with(), "GET", RESULTS).statusCode()).isEqualTo(403);
    assertThat(call(people.with(SystemGroups.PROCESS_OWNERS), "GET", RESULTS).statusCode())
        .isEqualTo(403);
    assertThat(call(machine, "GET", RESULTS).statusCode()).isEqualTo(404);
    assertThat(visitor.cookie("JSESSIONID")).isNull();
  }

  @Test
  void opensNoSession() {
    String owner = people.with(SystemGroups.PROCESS_OWNERS);

    call(owner, "GET", "/engine-rest/deployment");

    assertThat(visitor.cookie("JSESSIONID")).isNull();
  }

  @Test
  void refusesARequestThatAPageOfAnotherSiteSends() {
    String owner = people.with(SystemGroups.PROCESS_OWNERS);
    Map<String, String> headers = new LinkedHashMap<>(Visitor.basic(owner, TestUsers.PASSWORD));
    headers.put("Sec-Fetch-Site", "cross-site");

    assertThat(visitor.api("GET", "/engine-rest/version", null, headers).statusCode())
        .isEqualTo(403);
  }

  @Test
  void refusesAPasswordThatItsOwnerHasNotChosen() {
    String owner = people.with(SystemGroups.PROCESS_OWNERS);
    passwords.givenBySomebodyElse(owner);

    assertThat(call(owner, "GET", "/engine-rest/version").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> call(String user, String method, String path) {
    return visitor.api(method, path, null, Visitor.basic(user, TestUsers.PASSWORD));
  }

  /** What the button of Camunda Modeler sends. */
  private HttpResponse<String> deploy(String user) {
    String boundary = "modeler";
    String body =
        part("deployment-name", "", "rest-test")
            + part("deploy-changed-only", "", "true")
            + part("model.bpmn", "; filename=\"model.bpmn\"", MODEL)
            + "--modeler--\r\n";
    Map<String, String> headers = new LinkedHashMap<>(Visitor.basic(user, TestUsers.PASSWORD));
    headers.put("Content-Type", "multipart/form-data; boundary=" + boundary);
    headers.put("Accept", "application/json");
    return visitor.send("POST", "/engine-rest/deployment/create", body, headers);
  }

  private static String part(String name, String more, String content) {
    return "--modeler\r\nContent-Disposition: form-data; name=\""
        + name
        + "\""
        + more
        + "\r\n\r\n"
        + content
        + "\r\n";
  }
}
