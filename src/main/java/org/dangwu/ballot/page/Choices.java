package org.dangwu.ballot.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** The choices of a submitted sheet. */
final class Choices {

  private static final String PREFIX = "grade-";

  private Choices() {}

  static Map<String, String> of(MultiValueMap<String, String> form) {
    Map<String, String> choices = new LinkedHashMap<>();
    form.forEach(
        (name, values) -> {
          if (name.startsWith(PREFIX)) {
            choices.put(name.substring(PREFIX.length()), values.get(0));
          }
        });
    return choices;
  }
}
