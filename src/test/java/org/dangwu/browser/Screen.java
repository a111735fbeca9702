package org.dangwu.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every screen must hold to: Chinese only, and nothing that sticks out at the right. */
final class Screen {

  /** Codes, file names and proper names that are written so in Chinese texts too. */
  private static final Pattern ALLOWED =
      Pattern.compile(
          "[A-Z0-9]+-[A-Z]+·\\d{4}-[A-Z0-9]+-[A-Z]+-\\d{4}|Asia/Shanghai|[A-Z]{2}-\\d{4}-[A-Za-z0-9]+|YL[A-Z0-9]*|[pP]\\d{4,}|[\\w.]+@[\\w.]+|https?://\\S+"
              + "|[^\\s“”]+\\.(docx|pdf|txt|zip|xlsx|png)|\\.?(docx|xlsx|pptx|jpg|png|pdf)"
              + "|Ctrl\\+(S|Enter)|PDF|OFD|Word|Excel|PowerPoint|Office|JPEG|PNG|UTF-8|MB|KB|SHA-256|BagIt|Camunda|[0-9A-Fa-f]{8,}"
              + "|\\b(demo|admin)\\b");

  private static final String TEXTS =
      """
      () => {
        const found = [];
        const shown = element => element && element.checkVisibility({ visibilityProperty: true })
          && !element.closest('.sr-only, .visually-hidden, script, style, noscript, svg.camunda-logo');
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode;
          if (node.data.trim() && shown(node.parentElement)) { found.push(node.data.trim()); }
        }
        for (const element of document.querySelectorAll('[placeholder], [title]')) {
          if (shown(element)) {
            found.push(element.getAttribute('placeholder') || '', element.getAttribute('title') || '');
          }
        }
        return found;
      }
      """;

  private static final String WIDTHS =
      "() => [document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]";

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

  private Screen() {}

  /** What is wrong with the page and the own pages framed in it; empty when nothing is. */
  static List<String> faults(Page page, String where) {
    List<String> faults = new ArrayList<>();
    for (Frame frame : page.frames()) {
      if (frame.url().startsWith("http")) {
        foreignTexts(frame).forEach(text -> faults.add(where + ": not Chinese: " + text));
        List<?> widths = (List<?>) frame.evaluate(WIDTHS);
        if (((Number) widths.get(0)).intValue() > ((Number) widths.get(1)).intValue() + 1) {
          faults.add(where + ": wider than the screen: " + frame.url() + " " + widths);
        }
      }
    }
    return faults;
  }

  private static List<String> foreignTexts(Frame frame) {
    return ((List<?>) frame.evaluate(TEXTS))
        .stream()
            .map(String::valueOf)
            .filter(text -> WORD.matcher(ALLOWED.matcher(text).replaceAll("")).find())
            .distinct()
            .toList();
  }
}
