package org.dangwu.supervision;

import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes SVG with presentation attributes only: the pages' security policy allows no inline styles.
 */
final class Svg {

  private static final double CHARACTER = 12;
  private static final double LINE = 15;

  private final StringBuilder out = new StringBuilder();

  void raw(String text) {
    out.append(text).append('\n');
  }

  void line(String format, Object... values) {
    raw(String.format(Locale.ROOT, format, values));
  }

  /** Centred text, broken to the width. */
  void centred(String text, double x, double y, double width) {
    List<String> lines = TextLines.fit(text, (int) Math.max(2, width / CHARACTER));
    double top = y - (lines.size() - 1) * LINE / 2 + CHARACTER / 3;
    for (int i = 0; i < lines.size(); i++) {
      line(
          "<text x='%.1f' y='%.1f' text-anchor='middle' font-size='12'>%s</text>",
          x, top + i * LINE, escape(lines.get(i)));
    }
  }

  /** Text that begins at the top left of a box, broken to its width. */
  void leftAligned(String text, double x, double y, double width) {
    List<String> lines = TextLines.fit(text, (int) Math.max(2, width / CHARACTER));
    for (int i = 0; i < lines.size(); i++) {
      line(
          "<text x='%.1f' y='%.1f' font-size='12' fill='#555'>%s</text>",
          x, y + CHARACTER + 2 + i * LINE, escape(lines.get(i)));
    }
  }

  /** Centred text that hangs below a point, broken to the width. */
  void below(String text, double x, double y, double width) {
    List<String> lines = TextLines.fit(text, (int) Math.max(2, width / CHARACTER));
    for (int i = 0; i < lines.size(); i++) {
      line(
          "<text x='%.1f' y='%.1f' text-anchor='middle' font-size='12'>%s</text>",
          x, y + CHARACTER + i * LINE, escape(lines.get(i)));
    }
  }

  static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
