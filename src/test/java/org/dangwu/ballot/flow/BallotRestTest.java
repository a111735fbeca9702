package org.dangwu.ballot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.dangwu.DangwuApplication;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.round.PollingStation;
import org.dangwu.ballot.round.Polls;
import org.dangwu.models.Proves;
import org.dangwu.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** An administrator asks the REST interface, on which Cockpit stands too, for everything it has. */
@Tag("web")
@SpringBootTest(
    classes = DangwuApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
class BallotRestTest {

  private static final String PASSWORD = "Quiet-River-7";
  private static final List<String> QUESTIONS =
      List.of(
          "/history/variable-instance?deserializeValues=false",
          "/history/detail?deserializeValues=false",
          "/history/task",
          "/history/activity-instance",
          "/history/user-operation",
          "/history/process-instance",
          "/history/identity-link-log",
          "/history/job-log",
          "/history/decision-instance?includeInputs=true&includeOutputs=true",
          "/history/incident",
          "/variable-instance?deserializeValues=false",
          "/task",
          "/execution",
          "/job");

  @Autowired private Ballots ballots;
  @Autowired private PollingStation station;
  @Autowired private RuntimeService runtime;
  @Autowired private IdentityService identity;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @LocalServerPort private int port;

  @Proves("B10")
  @Test
  void theAdministratorFindsNoGradeInAnyAnswer() throws Exception {
    Polls polls = new Polls(jdbc, clock);
    BallotPlan plan = polls.plan(4, 6, polls.withMarker());
    String round = ballots.prepare(plan);
    String instance =
        runtime
            .startProcessInstanceByKey(BallotProcess.KEY, Map.of(BallotProcess.ROUND, round))
            .getId();
    for (String voter : polls.people(5)) {
      identity.setAuthentication(voter, List.of(), List.of());
      station.cast(round, voter, Polls.all(plan, voter, polls.marker.code()));
      identity.clearAuthentication();
    }
    String administrator = administrator(polls.prefix + "admin");
    for (boolean closed : new boolean[] {false, true}) {
      if (closed) {
        ballots.close(round, polls.tellers.get(0));
      }
      for (String question : QUESTIONS) {
        HttpResponse<String> answer =
            ask(question + (question.contains("?") ? "&" : "?") + "maxResults=5000", administrator);
        assertThat(answer.statusCode()).as(question).isEqualTo(200);
        assertThat(answer.body()).as(question).doesNotContain(polls.marker.code());
      }
      assertThat(
              ask("/history/task?maxResults=5000&processInstanceId=" + instance, administrator)
                  .body())
          .contains(polls.person(1));
    }
  }

  private String administrator(String id) {
    User user = identity.newUser(id);
    user.setFirstName("陈管理");
    user.setLastName("");
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    identity.createMembership(id, "camunda-admin");
    return id;
  }

  private HttpResponse<String> ask(String question, String user)
      throws IOException, InterruptedException {
    String pair =
        Base64.getEncoder()
            .encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest" + question))
            .header("Authorization", "Basic " + pair)
            .header("Accept", "application/json")
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
