package org.dangwu.memberreview.preparation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The record of a mutual review as one text: a line 【姓名】 before what was said of each member, in
 * the order in which they had their turn. Lines of the text that look like such a heading are
 * indented.
 */
final class PeerRecord {

  private static final String INDENT = "　";

  private PeerRecord() {}

  /**
   * @param names members in their order, each name once
   * @param said what was said, by name
   */
  static String write(List<String> names, Map<String, String> said) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      String words = said.getOrDefault(name, "").strip();
      if (!words.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n").append(heading(name)).append('\n');
        text.append(guarded(words, names));
      }
    }
    return text.toString();
  }

  /** What was said, by name; what stands before the first heading is left out. */
  static Map<String, String> read(String text, List<String> names) {
    Map<String, StringBuilder> said = new LinkedHashMap<>();
    StringBuilder current = null;
    for (String line : text.split("\n", -1)) {
      String name =
          names.stream().filter(one -> heading(one).equals(line)).findFirst().orElse(null);
      if (name != null) {
        current = said.computeIfAbsent(name, key -> new StringBuilder());
      } else if (current != null) {
        current.append(current.isEmpty() ? "" : "\n").append(line);
      }
    }
    Map<String, String> result = new LinkedHashMap<>();
    said.forEach((name, words) -> result.put(name, words.toString().strip()));
    return result;
  }

  private static String guarded(String words, List<String> names) {
    return words
        .lines()
        .map(
            line ->
                names.stream().anyMatch(name -> heading(name).equals(line)) ? INDENT + line : line)
        .reduce((one, other) -> one + "\n" + other)
        .orElse("");
  }

  private static String heading(String name) {
    return "【" + name + "】";
  }
}
