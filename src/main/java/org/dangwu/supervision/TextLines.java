package org.dangwu.supervision;

import java.util.ArrayList;
import java.util.List;

/** Breaks labels into lines; Chinese may break between any two characters. */
final class TextLines {

  private TextLines() {}

  static List<String> fit(String text, int perLine) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().split("\\R")) {
      // Even lines read better than a full one followed by a single character.
      int count = (int) Math.ceil(paragraph.length() / (double) perLine);
      int each = count == 0 ? perLine : (int) Math.ceil(paragraph.length() / (double) count);
      for (int from = 0; from < paragraph.length(); from += each) {
        lines.add(paragraph.substring(from, Math.min(paragraph.length(), from + each)));
      }
    }
    return lines;
  }
}
