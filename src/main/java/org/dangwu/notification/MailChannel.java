package org.dangwu.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Mail by SMTP. The address is the one in the roster; whoever has none gets no mail, and operators
 * see it. Without {@code spring.mail.host} deliveries are marked 渠道未配置.
 */
@Component
class MailChannel implements DeliveryChannel {

  static final String FOOTER = "mail-footer";

  private final JavaMailSender sender;
  private final People people;
  private final MessageTemplates templates;
  private final NotificationProperties properties;

  MailChannel(
      ObjectProvider<JavaMailSender> senders,
      @Value("${spring.mail.host:}") String host,
      People people,
      MessageTemplates templates,
      NotificationProperties properties) {
    this.sender = StringUtils.hasText(host) ? senders.getObject() : null;
    this.people = people;
    this.templates = templates;
    this.properties = properties;
    if (sender != null) {
      requireSettings();
      limitWaiting();
    }
  }

  private void requireSettings() {
    if (!StringUtils.hasText(properties.baseUrl())) {
      throw new IllegalStateException(
          "已配置邮件服务器，请同时设置 dangwu.notification.base-url（用户访问本系统的网址，写入邮件）。");
    }
    if (parse(properties.mail().from()).isEmpty()) {
      throw new IllegalStateException("已配置邮件服务器，请同时设置 dangwu.notification.mail.from（发件人邮箱地址）。");
    }
  }

  /** The mail library waits for ever unless told otherwise; the lease counts on these limits. */
  private void limitWaiting() {
    if (sender instanceof JavaMailSenderImpl smtp) {
      String protocol = "mail." + Optional.ofNullable(smtp.getProtocol()).orElse("smtp") + ".";
      String connect = Long.toString(properties.mail().connectTimeout().toMillis());
      String read = Long.toString(properties.mail().readTimeout().toMillis());
      smtp.getJavaMailProperties()
          .putAll(
              Map.of(
                  protocol + "connectiontimeout", connect,
                  protocol + "timeout", read,
                  protocol + "writetimeout", read));
    }
  }

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public Outcome deliver(Delivery delivery) {
    if (sender == null) {
      return Outcome.notConfigured();
    }
    Optional<String> listed =
        people.find(delivery.recipient()).filter(Person::isActive).flatMap(Person::mailAddress);
    if (listed.isEmpty()) {
      return Outcome.noAddress();
    }
    Optional<InternetAddress> address = parse(listed.get());
    if (address.isEmpty()) {
      return Outcome.giveUp(Reason.INVALID_ADDRESS);
    }
    try {
      sender.send(compose(delivery, address.get()));
      return Outcome.sent();
    } catch (MailException failure) {
      return classify(failure);
    }
  }

  private MimeMessage compose(Delivery delivery, InternetAddress to) {
    try {
      MimeMessage mail = sender.createMimeMessage();
      InternetAddress from = parse(properties.mail().from()).orElseThrow();
      from.setPersonal("党务流程", StandardCharsets.UTF_8.name());
      mail.setFrom(from);
      mail.setRecipient(MimeMessage.RecipientType.TO, to);
      mail.setSubject(
          "【%s】%s".formatted(delivery.level().label(), delivery.subject()),
          StandardCharsets.UTF_8.name());
      String footer = templates.fill(FOOTER, Map.of("link", properties.link()));
      mail.setText(delivery.body() + "\n\n" + footer.strip() + "\n", StandardCharsets.UTF_8.name());
      // Stable over all attempts: receivers drop a second mail with the same id.
      String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
      mail.setHeader("Message-ID", "<" + delivery.messageId() + "@" + domain + ">");
      mail.setHeader("X-Dangwu-Message", delivery.messageId());
      mail.setHeader("Auto-Submitted", "auto-generated");
      return mail;
    } catch (MessagingException | UnsupportedEncodingException impossible) {
      throw new IllegalStateException("邮件无法生成", impossible);
    }
  }

  private static Optional<InternetAddress> parse(String address) {
    try {
      InternetAddress parsed = new InternetAddress(address, true);
      return parsed.getAddress().contains("@") ? Optional.of(parsed) : Optional.empty();
    } catch (AddressException invalid) {
      return Optional.empty();
    }
  }

  private static Outcome classify(MailException failure) {
    if (isCausedBy(failure, AuthenticationFailedException.class::isInstance)) {
      return Outcome.tryAgain(Reason.AUTHENTICATION);
    }
    if (isCausedBy(failure, MailChannel::isRefusedForGood)) {
      return Outcome.giveUp(Reason.REFUSED);
    }
    if (isCausedBy(failure, SocketTimeoutException.class::isInstance)) {
      return Outcome.tryAgain(Reason.TIMEOUT);
    }
    if (isCausedBy(
        failure,
        cause ->
            cause instanceof MailConnectException
                || cause instanceof ConnectException
                || cause instanceof UnknownHostException)) {
      return Outcome.tryAgain(Reason.CONNECTION);
    }
    return Outcome.tryAgain(Reason.SERVER_ERROR);
  }

  /** The server said 5xx for the recipient; a 4xx leaves the address among the unsent ones. */
  private static boolean isRefusedForGood(Throwable cause) {
    return cause instanceof SendFailedException refused
        && refused.getInvalidAddresses() != null
        && refused.getInvalidAddresses().length > 0;
  }

  /** Mail exceptions hang together in three different ways. */
  private static boolean isCausedBy(MailException failure, Predicate<Throwable> sought) {
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(failure);
    if (failure instanceof MailSendException several) {
      open.addAll(several.getFailedMessages().values());
    }
    while (!open.isEmpty()) {
      Throwable next = open.poll();
      if (sought.test(next)) {
        return true;
      }
      if (next instanceof MessagingException chained && chained.getNextException() != null) {
        open.add(chained.getNextException());
      } else if (next.getCause() != null && next.getCause() != next) {
        open.add(next.getCause());
      }
    }
    return false;
  }
}
