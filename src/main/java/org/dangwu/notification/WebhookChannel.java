package org.dangwu.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.springframework.stereotype.Component;

/**
 * Signed HTTP call to a gateway for SMS or enterprise chat: one POST of JSON per message and
 * recipient. {@code X-Dangwu-Signature: t=<seconds>,v1=<hex>} with HMAC-SHA256 over {@code
 * <seconds>.<body>}; {@code X-Dangwu-Message} stays the same over all attempts. Redirects are not
 * followed, so that a message reaches only the address that was configured.
 */
@Component
class WebhookChannel implements DeliveryChannel {

  private final NotificationProperties.Webhook settings;
  private final String link;
  private final People people;
  private final ObjectMapper json;
  private final Clock clock;
  private final HttpClient http;

  WebhookChannel(NotificationProperties properties, People people, ObjectMapper json, Clock clock) {
    this.settings = properties.webhook();
    this.link = properties.link();
    this.people = people;
    this.json = json;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Channel channel() {
    return Channel.WEBHOOK;
  }

  @Override
  public Outcome deliver(Delivery delivery) {
    if (!settings.isConfigured()) {
      return Outcome.notConfigured();
    }
    String body = body(delivery);
    long seconds = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.url()))
            .timeout(settings.readTimeout())
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-Dangwu-Message", delivery.messageId())
            .header(
                "X-Dangwu-Signature",
                "t=" + seconds + ",v1=" + new Hmac(settings.secret()).sign(seconds + "." + body))
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    return send(request);
  }

  private Outcome send(HttpRequest request) {
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      // The whole exchange is limited, not only the wait for its first byte.
      long limit = settings.longestSending().toMillis();
      return classify(answer.get(limit, TimeUnit.MILLISECONDS).statusCode());
    } catch (TimeoutException slow) {
      answer.cancel(true);
      return Outcome.tryAgain(Reason.TIMEOUT);
    } catch (ExecutionException failure) {
      return classify(failure.getCause());
    } catch (InterruptedException stopping) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Outcome.tryAgain(Reason.INTERRUPTED);
    }
  }

  private static Outcome classify(int status) {
    if (status >= 200 && status < 300) {
      return Outcome.sent();
    }
    if (status >= 300 && status < 400) {
      return Outcome.giveUp(Reason.REDIRECT);
    }
    if (status == 401 || status == 403) {
      return Outcome.tryAgain(Reason.AUTHENTICATION);
    }
    boolean later = status == 408 || status == 425 || status == 429;
    return status < 500 && !later
        ? Outcome.giveUp(Reason.REFUSED)
        : Outcome.tryAgain(Reason.SERVER_ERROR);
  }

  private static Outcome classify(Throwable failure) {
    if (failure instanceof HttpTimeoutException) {
      return Outcome.tryAgain(Reason.TIMEOUT);
    }
    boolean unreachable = failure instanceof ConnectException;
    return Outcome.tryAgain(unreachable ? Reason.CONNECTION : Reason.SERVER_ERROR);
  }

  private String body(Delivery delivery) {
    Map<String, Object> recipient = new LinkedHashMap<>();
    recipient.put("id", delivery.recipient());
    Optional<Person> person = people.find(delivery.recipient());
    recipient.put("name", person.map(Person::name).orElse(delivery.recipient()));
    if (settings.includeMobile()) {
      recipient.put("mobile", person.flatMap(Person::mobilePhone).orElse(null));
    }
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", delivery.messageId());
    message.put("event", delivery.event());
    message.put("level", delivery.level().name());
    message.put("levelLabel", delivery.level().label());
    message.put("recipient", recipient);
    message.put("subject", delivery.subject());
    message.put("text", delivery.body());
    message.put("due", delivery.due() == null ? null : delivery.due().toString());
    message.put("link", link);
    try {
      return json.writeValueAsString(message);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("通知无法转换为 JSON", impossible);
    }
  }
}
