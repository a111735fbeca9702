package org.dangwu.notification;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The texts of notifications (文本模板), one file each: subject in the first line, body after it,
 * {@code {{name}}} for facts. A folder of the operator's own may replace them; its files are read
 * anew each time, so that an office sees its change at once.
 */
@Component
class MessageTemplates {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_SUBJECT = 120;

  /** Texts are plain, and a fact that is missing is an error instead of a gap in a sentence. */
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().escapeHTML(false).strictSections(true);

  private final Path ownTexts;

  MessageTemplates(NotificationProperties properties) {
    this.ownTexts =
        StringUtils.hasText(properties.templates()) ? Path.of(properties.templates()) : null;
  }

  boolean exists(String name) {
    return NAME.matcher(name).matches() && (ownFile(name) != null || builtIn(name).exists());
  }

  /**
   * @throws NotificationRefused when the text is missing, broken, or names a fact that is not given
   */
  Text render(String name, Map<String, ?> facts) {
    String[] parts = fill(name, facts).strip().split("\\R", 2);
    if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw new NotificationRefused("通知文本 %s 应当第一行为标题、其后为正文，请改正。".formatted(name));
    }
    if (parts[0].length() > LONGEST_SUBJECT) {
      throw new NotificationRefused("通知文本 %s 的标题超过 %d 个字，请缩短。".formatted(name, LONGEST_SUBJECT));
    }
    return new Text(parts[0].strip(), parts[1].strip());
  }

  /** Fills a text without a subject, such as the closing lines of a mail. */
  String fill(String name, Map<String, ?> facts) {
    try {
      return COMPILER.compile(read(name)).execute(facts);
    } catch (MustacheException.Context missing) {
      throw new NotificationRefused(
          "通知文本 %s 第 %d 行使用了“%s”，但该事项没有这个要素，请改正。".formatted(name, missing.lineNo, missing.key),
          missing);
    } catch (MustacheException broken) {
      throw new NotificationRefused("通知文本 %s 的占位符写法有误，请改正。".formatted(name), broken);
    }
  }

  private String read(String name) {
    if (!exists(name)) {
      throw new NotificationRefused("没有名为“%s”的通知文本，请补充该文件或者改正通知规则表。".formatted(name));
    }
    try {
      Path own = ownFile(name);
      return own != null
          ? Files.readString(own)
          : builtIn(name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("通知文本 " + name + " 无法读取，请检查文件权限和编码（UTF-8）。", unreadable);
    }
  }

  private Path ownFile(String name) {
    if (ownTexts == null) {
      return null;
    }
    Path file = ownTexts.resolve(name + ".txt");
    return Files.isRegularFile(file) ? file : null;
  }

  private static ClassPathResource builtIn(String name) {
    return new ClassPathResource("notification-templates/" + name + ".txt");
  }
}
