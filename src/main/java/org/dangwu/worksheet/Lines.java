package org.dangwu.worksheet;

import java.util.ArrayList;
import java.util.List;

/** Collects labelled lines of an overview; empty ones are left out. */
public final class Lines {

  private final ModuleSentences sentences;
  private final List<Line> all = new ArrayList<>();

  Lines(ModuleSentences sentences) {
    this.sentences = sentences;
  }

  /**
   * @param label key of the label below {@code overview}
   */
  public void add(String label, String text) {
    if (!text.isEmpty()) {
      all.add(new Line(sentences.say("overview." + label), text));
    }
  }

  List<Line> all() {
    return List.copyOf(all);
  }
}
