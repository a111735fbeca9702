package org.dangwu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationPropertiesTest {

  @Test
  void pausesDoubleUntilTheLongest() {
    NotificationProperties properties = Settings.plain();
    assertThat(properties.pauseAfter(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(properties.pauseAfter(2)).isEqualTo(Duration.ofMinutes(1));
    assertThat(properties.pauseAfter(5)).isEqualTo(Duration.ofMinutes(8));
    assertThat(properties.pauseAfter(40)).isEqualTo(Duration.ofHours(6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gateway.example/sms",
        "ftp://gateway.example",
        "https://user:word@gateway.example",
        "gateway.example",
        "http://127.0.0.1.example/sms",
        "not a url"
      })
  void webhookAddressMustBeHttpsOrLocal(String url) {
    assertThatThrownBy(() -> Settings.withWebhook(url))
        .rootCause()
        .hasMessageContaining("dangwu.notification.webhook.url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://gateway.example/sms", "http://127.0.0.1:9/x", "http://localhost/x"})
  void httpsAndLocalAddressesAreAccepted(String url) {
    assertThat(Settings.withWebhook(url).webhook().isConfigured()).isTrue();
  }

  @Test
  void webhookWithoutSecretOrBaseAddressStopsTheStartAndSaysWhatToSet() {
    assertThatThrownBy(() -> Settings.of(Map.of("webhook.url", "https://gateway.example")))
        .rootCause()
        .hasMessageContaining("DANGWU_NOTIFICATION_WEBHOOK_SECRET");
    assertThatThrownBy(
            () ->
                Settings.of(
                    Map.of(
                        "webhook.url",
                        "https://gateway.example",
                        "webhook.secret",
                        Settings.SECRET)))
        .rootCause()
        .hasMessageContaining("dangwu.notification.base-url");
  }

  @Test
  void folderOfTextsMustExist() {
    assertThatThrownBy(() -> Settings.of(Map.of("templates", "/no/such/folder")))
        .rootCause()
        .hasMessageContaining("/no/such/folder");
  }

  @Test
  void secretDoesNotReachALogByWayOfTheSettings() {
    assertThat(Settings.withWebhook("https://gateway.example").toString())
        .doesNotContain(Settings.SECRET);
  }

  @Test
  void leaseMustOutlastTheTimeOuts() {
    assertThatThrownBy(() -> Settings.of(Map.of("lease", "PT5S")))
        .rootCause()
        .hasMessageContaining("dangwu.notification.lease");
  }
}
