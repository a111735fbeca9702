package org.dangwu.notification;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as they are bound at the start, with what a test changes. */
final class Settings {

  static final String SECRET = "0123456789abcdef0123456789abcdef";

  private Settings() {}

  static NotificationProperties plain() {
    return of(Map.of());
  }

  static NotificationProperties withTemplates(Path folder) {
    return of(Map.of("templates", folder.toString()));
  }

  static NotificationProperties withWebhook(String url) {
    return of(
        Map.of(
            "base-url",
            "https://dangwu.example/",
            "webhook.url",
            url,
            "webhook.secret",
            SECRET,
            "webhook.connect-timeout",
            Duration.ofSeconds(2),
            "webhook.read-timeout",
            Duration.ofSeconds(2)));
  }

  static NotificationProperties withMail() {
    return of(Map.of("base-url", "https://dangwu.example", "mail.from", "dangwu@example.org"));
  }

  static NotificationProperties of(Map<String, ?> values) {
    Map<String, Object> properties = new HashMap<>();
    values.forEach((key, value) -> properties.put("dangwu.notification." + key, value));
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("dangwu.notification", NotificationProperties.class);
  }
}
