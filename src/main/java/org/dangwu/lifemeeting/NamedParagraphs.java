package org.dangwu.lifemeeting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text whose paragraphs each begin with the name of the person who spoke, as minutes of criticism
 * have it: {@code 张三：……}. Further lines of the same paragraph are indented, so that a name quoted
 * in them is never taken for a speaker.
 */
final class NamedParagraphs {

  /** Two blanks as wide as characters, as Chinese paragraphs are indented. */
  static final String INDENT = "　　";

  private static final String COLON = "：";

  private NamedParagraphs() {}

  /**
   * @param names whom a paragraph may begin with
   * @return the paragraphs in their order; the name is empty where the text does not tell it
   */
  static List<Paragraph> of(String text, Collection<String> names) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String name = line.startsWith(INDENT) ? null : speaker(line, names);
      if (name != null) {
        paragraphs.add(new Paragraph(name, line.substring(name.length() + COLON.length())));
      } else if (!line.isBlank() || !paragraphs.isEmpty()) {
        add(paragraphs, line);
      }
    }
    return paragraphs.stream().map(Paragraph::stripped).toList();
  }

  private static void add(List<Paragraph> paragraphs, String line) {
    int last = paragraphs.size() - 1;
    boolean continued = last >= 0 && (line.startsWith(INDENT) || line.isBlank());
    if (continued || (last >= 0 && paragraphs.get(last).name().isEmpty())) {
      Paragraph before = paragraphs.get(last);
      String more = line.startsWith(INDENT) ? line.substring(INDENT.length()) : line;
      paragraphs.set(last, new Paragraph(before.name(), before.text() + "\n" + more));
    } else {
      paragraphs.add(new Paragraph("", line));
    }
  }

  private static String speaker(String line, Collection<String> names) {
    return names.stream()
        .filter(name -> line.startsWith(name + COLON))
        .reduce((one, other) -> one.length() >= other.length() ? one : other)
        .orElse(null);
  }

  /**
   * @param name who spoke, or empty
   */
  record Paragraph(String name, String text) {

    Paragraph stripped() {
      return new Paragraph(name, text.strip());
    }
  }
}
