package org.dangwu.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * One input of a form with its limits.
 *
 * @param dossierPath where a long text goes in the dossier, or null for a routing fact
 * @param options allowed values, or null when any value of the type is
 * @param optionsKey variable that holds the allowed values, or null
 */
record InputRule(
    String key,
    String label,
    Type type,
    boolean required,
    BigDecimal min,
    BigDecimal max,
    Integer minLength,
    Integer maxLength,
    String pattern,
    List<String> options,
    String optionsKey,
    Condition hideCondition,
    String dossierPath) {

  enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    LIST
  }

  /** When a field is hidden by the answers to others. */
  @FunctionalInterface
  interface Condition {
    boolean holds(Map<String, Object> facts);
  }

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A routing fact is short; anything longer is content and belongs into the dossier. */
  private static final int LONGEST_FACT = 500;

  boolean hidden(Map<String, Object> facts) {
    return hideCondition != null && hideCondition.holds(facts);
  }

  /** The value converted to its type, or null when nothing was given and nothing had to be. */
  Object check(Object raw, Map<String, Object> facts) {
    Object value = raw instanceof TypedValue typed ? typed.getValue() : raw;
    if (value == null || value instanceof String text && text.isBlank()) {
      if (required) {
        throw refused("为必填项，请填写。");
      }
      return null;
    }
    return switch (type) {
      case TEXT -> text(value, facts);
      case NUMBER -> number(value);
      case BOOLEAN -> bool(value);
      case DATE -> date(value);
      case LIST -> list(value, facts);
    };
  }

  private String text(Object value, Map<String, Object> facts) {
    if (!(value instanceof String text)) {
      throw refused("应填写文字。");
    }
    int longest = maxLength != null ? maxLength : dossierPath != null ? 20_000 : LONGEST_FACT;
    if (text.length() > longest) {
      throw refused("最多 " + longest + " 字，现为 " + text.length() + " 字，请精简。");
    }
    if (minLength != null && text.strip().length() < minLength) {
      throw refused("至少 " + minLength + " 字，请补充。");
    }
    if (pattern != null && !Pattern.matches(pattern, text)) {
      throw refused("格式不符，请按提示填写。");
    }
    allowed(text, facts);
    return text;
  }

  private Object number(Object value) {
    BigDecimal number;
    try {
      number = new BigDecimal(value.toString());
    } catch (NumberFormatException e) {
      throw refused("应填写数字。");
    }
    if (min != null && number.compareTo(min) < 0) {
      throw refused("不得小于 " + min.toPlainString() + "。");
    }
    if (max != null && number.compareTo(max) > 0) {
      throw refused("不得大于 " + max.toPlainString() + "。");
    }
    if (number.stripTrailingZeros().scale() > 0) {
      return number.doubleValue();
    }
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      throw refused("数值过大，请核对。");
    }
  }

  private Boolean bool(Object value) {
    if (value instanceof Boolean bool) {
      if (required && !bool) {
        throw refused("须勾选确认。");
      }
      return bool;
    }
    if ("true".equals(value) || "false".equals(value)) {
      return bool(Boolean.valueOf((String) value));
    }
    throw refused("应选择是或否。");
  }

  private Date date(Object value) {
    if (value instanceof Date date) {
      return date;
    }
    try {
      String text = value.toString();
      LocalDate day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
      return Date.from(day.atStartOfDay(ZONE).toInstant());
    } catch (DateTimeException e) {
      throw refused("日期无法识别，请从日历中选择。");
    }
  }

  private Object list(Object value, Map<String, Object> facts) {
    if (!(value instanceof Collection<?> items)) {
      throw refused("应从列表中选择。");
    }
    if (required && items.isEmpty()) {
      throw refused("至少选择一项。");
    }
    List<String> chosen = items.stream().map(String::valueOf).toList();
    chosen.forEach(item -> allowed(item, facts));
    return Variables.objectValue(new java.util.ArrayList<>(chosen))
        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
        .create();
  }

  private void allowed(String value, Map<String, Object> facts) {
    Collection<?> allowed = options;
    if (optionsKey != null) {
      allowed = facts.get(optionsKey) instanceof Collection<?> known ? values(known) : List.of();
    }
    if (allowed != null && !allowed.contains(value)) {
      throw refused("不在可选范围内，请重新选择。");
    }
  }

  /** The options of a form are either the values themselves or pairs of label and value. */
  private static List<?> values(Collection<?> options) {
    return options.stream()
        .map(option -> option instanceof Map<?, ?> pair ? pair.get("value") : option)
        .toList();
  }

  private SubmissionRefused refused(String reason) {
    return new SubmissionRefused("“" + label + "”" + reason);
  }
}
