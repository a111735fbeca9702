package org.dangwu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dangwu.organization.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookChannelTest {

  private record Call(String path, String signature, String message, String body) {}

  private final ObjectMapper json = new ObjectMapper();
  private final Clock clock =
      Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Deque<Integer> answers = new ArrayDeque<>();

  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void callIsSignedSoThatTheReceiverCanVerifyIt() throws Exception {
    answers.add(204);

    assertThat(channel().deliver(delivery("m-1"))).isEqualTo(Outcome.sent());

    Call call = calls.get(0);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Settings.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String seconds = Long.toString(clock.instant().getEpochSecond());
    byte[] expected = mac.doFinal((seconds + "." + call.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(call.signature())
        .isEqualTo("t=" + seconds + ",v1=" + HexFormat.of().formatHex(expected));
    assertThat(call.message()).isEqualTo("m-1");
    JsonNode body = json.readTree(call.body());
    assertThat(body.path("id").asText()).isEqualTo("m-1");
    assertThat(body.path("due").asText()).isEqualTo("2026-11-30");
    assertThat(body.path("link").asText()).isEqualTo("https://dangwu.example/home");
    assertThat(body.path("recipient").has("mobile")).isFalse();
  }

  @Test
  void serverErrorIsTriedAgainWithTheSameIdAndThenAccepted() {
    answers.addAll(List.of(500, 200));
    WebhookChannel channel = channel();

    assertThat(channel.deliver(delivery("m-2"))).isEqualTo(Outcome.tryAgain(Reason.SERVER_ERROR));
    assertThat(channel.deliver(delivery("m-2"))).isEqualTo(Outcome.sent());

    assertThat(calls).extracting(Call::message).containsExactly("m-2", "m-2");
  }

  @Test
  void redirectIsRefusedAndNotFollowed() {
    answers.add(307);

    assertThat(channel().deliver(delivery("m-3"))).isEqualTo(Outcome.giveUp(Reason.REDIRECT));

    assertThat(calls).extracting(Call::path).containsExactly("/gateway");
  }

  @Test
  void refusalIsNotRepeatedAndAuthenticationIs() {
    answers.addAll(List.of(400, 401, 429));
    WebhookChannel channel = channel();

    assertThat(channel.deliver(delivery("m"))).isEqualTo(Outcome.giveUp(Reason.REFUSED));
    assertThat(channel.deliver(delivery("m"))).isEqualTo(Outcome.tryAgain(Reason.AUTHENTICATION));
    assertThat(channel.deliver(delivery("m"))).isEqualTo(Outcome.tryAgain(Reason.SERVER_ERROR));
  }

  @Test
  void unreachableServerIsTriedAgain() {
    WebhookChannel channel = channel();
    server.stop(0);

    assertThat(channel.deliver(delivery("m"))).isEqualTo(Outcome.tryAgain(Reason.CONNECTION));
  }

  @Test
  void withoutAddressTheChannelSaysThatItIsNotConfigured() {
    WebhookChannel channel = new WebhookChannel(Settings.plain(), mock(People.class), json, clock);

    assertThat(channel.deliver(delivery("m"))).isEqualTo(Outcome.notConfigured());
  }

  private WebhookChannel channel() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/gateway";
    return new WebhookChannel(Settings.withWebhook(url), mock(People.class), json, clock);
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.add(
        new Call(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("X-Dangwu-Signature"),
            exchange.getRequestHeaders().getFirst("X-Dangwu-Message"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    int status = answers.isEmpty() ? 200 : answers.remove();
    if (status == 307) {
      exchange.getResponseHeaders().set("Location", "/elsewhere");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static Delivery delivery(String message) {
    return new Delivery(
        "d",
        "claim",
        Channel.WEBHOOK,
        1,
        message,
        "report-due",
        Level.ESCALATION,
        "p0001",
        "县水务局党组2026年度民主生活会情况报告逾期未办结",
        "请督促承办人立即办理。",
        LocalDate.of(2026, 11, 30));
  }
}
