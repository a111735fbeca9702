package org.dangwu.notification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.util.StringUtils;

/**
 * One row of the table {@code notification_rules}: who is told, how urgently, on which way, what.
 */
record NotificationRule(
    Level level, Set<RecipientKind> recipients, Set<Channel> channels, String template) {

  /**
   * @throws NotificationRefused naming the cell that cannot be read
   */
  static NotificationRule of(String level, String recipients, String channels, String template) {
    if (!StringUtils.hasText(template)) {
      throw new NotificationRefused("通知规则表中有一行没有填写文本模板。");
    }
    return new NotificationRule(
        read(level, "级别", Level::of),
        new LinkedHashSet<>(readAll(recipients, "通知对象", RecipientKind::of)),
        EnumSet.copyOf(readAll(channels, "渠道", Channel::of)),
        template.strip());
  }

  private static <T> List<T> readAll(
      String cell, String column, Function<String, Optional<T>> parse) {
    if (!StringUtils.hasText(cell)) {
      throw new NotificationRefused("通知规则表中有一行没有填写" + column + "。");
    }
    return Arrays.stream(cell.split("[,，、]")).map(part -> read(part, column, parse)).toList();
  }

  private static <T> T read(String cell, String column, Function<String, Optional<T>> parse) {
    String text = cell == null ? "" : cell.strip();
    return parse
        .apply(text)
        .orElseThrow(
            () -> new NotificationRefused("通知规则表的%s“%s”无法识别，请改正。".formatted(column, text)));
  }
}
