package org.dangwu.debriefing.rating;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a picture as SVG for a page. Presentation attributes only: the pages' security policy
 * allows no inline styles.
 */
final class SvgDrawing implements Drawing {

  private final StringBuilder out = new StringBuilder();

  SvgDrawing(int width, int height, String title) {
    put(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'"
            + " role='img' aria-label='%s' font-family='inherit'>",
        width, height, width, height, escaped(title));
  }

  @Override
  public void box(double x, double y, double width, double height, String colour) {
    put(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'/>",
        x, y, width, height, colour);
  }

  @Override
  public void text(double x, double y, String text, Type type) {
    put(
        "<text x='%.1f' y='%.1f' font-size='%d'%s text-anchor='%s' fill='%s'>%s</text>",
        x,
        y,
        type.size(),
        type.bold() ? " font-weight='600'" : "",
        type.anchor().name().toLowerCase(Locale.ROOT),
        type.colour(),
        escaped(text));
  }

  String svg() {
    return out + "</svg>";
  }

  private void put(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
