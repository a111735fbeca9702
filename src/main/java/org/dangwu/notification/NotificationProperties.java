package org.dangwu.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Settings of notification. A wrong one stops the start with a sentence that says what to set.
 *
 * @param baseUrl address under which people reach the application; needed for links in mails and
 *     webhook calls
 * @param templates folder whose texts replace the built-in ones of the same name; empty for none
 * @param dispatchInterval pause between two rounds of the outbox
 * @param batchSize most deliveries in one round
 * @param lease time after which a delivery that a node left unfinished is taken over by another;
 *     must exceed all time-outs of one sending
 * @param firstRetry pause after the first failure; it doubles with every further one
 * @param longestRetry upper limit of that pause
 * @param maxAttempts failures after which a delivery is given up and shown to administrators
 */
@ConfigurationProperties("dangwu.notification")
record NotificationProperties(
    @DefaultValue("") String baseUrl,
    @DefaultValue("") String templates,
    @DefaultValue("PT5S") Duration dispatchInterval,
    @DefaultValue("200") int batchSize,
    @DefaultValue("PT5M") Duration lease,
    @DefaultValue("PT30S") Duration firstRetry,
    @DefaultValue("PT6H") Duration longestRetry,
    @DefaultValue("12") int maxAttempts,
    @DefaultValue Mail mail,
    @DefaultValue Webhook webhook) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  NotificationProperties {
    require(maxAttempts > 0, "dangwu.notification.max-attempts 必须大于 0。");
    require(batchSize > 0, "dangwu.notification.batch-size 必须大于 0。");
    require(
        lease.compareTo(mail.longestSending()) > 0 && lease.compareTo(webhook.longestSending()) > 0,
        "dangwu.notification.lease 必须大于邮件和 Webhook 各项超时时间之和。");
    if (StringUtils.hasText(baseUrl)) {
      webAddress(baseUrl, "dangwu.notification.base-url");
      baseUrl = StringUtils.trimTrailingCharacter(baseUrl, '/');
    }
    if (StringUtils.hasText(templates)) {
      require(
          Path.of(templates).toFile().isDirectory(),
          "dangwu.notification.templates 指定的目录 " + templates + " 不存在，请创建目录或者删除该配置项。");
    }
    require(
        !webhook.isConfigured() || StringUtils.hasText(baseUrl),
        "已配置 Webhook，请同时设置 dangwu.notification.base-url（用户访问本系统的网址）。");
  }

  /** Pause after so many failures. */
  Duration pauseAfter(int attempts) {
    Duration pause = firstRetry;
    for (int i = 1; i < attempts && pause.compareTo(longestRetry) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longestRetry) < 0 ? pause : longestRetry;
  }

  /** Where a message sends its reader: the home page (工作台), which knows the person's tasks. */
  String link() {
    return baseUrl + "/home";
  }

  /**
   * @param from sender's address; mandatory once {@code spring.mail.host} is set
   */
  record Mail(
      @DefaultValue("") String from,
      @DefaultValue("PT10S") Duration connectTimeout,
      @DefaultValue("PT30S") Duration readTimeout) {

    Duration longestSending() {
      return connectTimeout.plus(readTimeout.multipliedBy(4));
    }
  }

  /**
   * @param url https, or http on this very machine
   * @param secret key of the signature, at least 32 characters, from the environment
   * @param includeMobile whether the recipient's mobile number is sent along, for SMS gateways
   */
  record Webhook(
      @DefaultValue("") String url,
      @DefaultValue("") String secret,
      @DefaultValue("PT5S") Duration connectTimeout,
      @DefaultValue("PT15S") Duration readTimeout,
      @DefaultValue("false") boolean includeMobile) {

    Webhook {
      if (StringUtils.hasText(url)) {
        webAddress(url, "dangwu.notification.webhook.url");
        require(
            secret.length() >= 32,
            "已配置 Webhook，请用环境变量 DANGWU_NOTIFICATION_WEBHOOK_SECRET 设置不少于 32 个字符的签名密钥。");
      }
    }

    boolean isConfigured() {
      return StringUtils.hasText(url);
    }

    Duration longestSending() {
      return connectTimeout.plus(readTimeout);
    }

    /** The secret must not reach a log by way of this record. */
    @Override
    public String toString() {
      return "Webhook[configured=" + isConfigured() + "]";
    }
  }

  private static void webAddress(String address, String property) {
    String advice = property + " 应为以 https:// 开头的网址；只有本机地址可以使用 http://。";
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException invalid) {
      throw new IllegalArgumentException(advice);
    }
    String host = uri.getHost();
    boolean https = "https".equals(uri.getScheme()) && host != null;
    boolean here = "http".equals(uri.getScheme()) && host != null && LOOPBACK.contains(host);
    require((https || here) && uri.getUserInfo() == null, advice);
  }

  private static void require(boolean satisfied, String sentence) {
    if (!satisfied) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
