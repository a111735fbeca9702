package org.dangwu.engine;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the property {@code inputs} of tasks that have no {@code .form}: {@code
 * approved:boolean!,newDate:date}, {@code result:text(同意|退回)!}; {@code !} marks what must be given.
 */
final class InputsProperty {

  private static final Pattern INPUT =
      Pattern.compile("(\\w+):(text|number|boolean|date|list)(?:\\(([^)]*)\\))?(!)?");

  private InputsProperty() {}

  static InputRules parse(String declaration) {
    return new InputRules(
        Arrays.stream(declaration.split(",")).map(String::strip).map(InputsProperty::one).toList());
  }

  private static InputRule one(String text) {
    Matcher matcher = INPUT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("模型属性 inputs 写法有误：" + text + "。示例：result:text(同意|退回)!");
    }
    String choices = matcher.group(3);
    return new InputRule(
        matcher.group(1),
        matcher.group(1),
        InputRule.Type.valueOf(matcher.group(2).toUpperCase(java.util.Locale.ROOT)),
        matcher.group(4) != null,
        null,
        null,
        null,
        null,
        null,
        choices == null ? null : List.of(choices.split("\\|")),
        null,
        null,
        null);
  }
}
