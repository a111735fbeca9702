package org.dangwu.dossier.word;

import java.util.ArrayList;
import java.util.List;

/** A text of several paragraphs, some of them headings, for one placeholder of a template. */
public record WordText(List<Line> lines) {

  public WordText {
    lines = List.copyOf(lines);
  }

  /** A paragraph. */
  public record Line(String text, boolean heading) {}

  /** Collects paragraphs. */
  public static final class Builder {

    private final List<Line> lines = new ArrayList<>();

    public Builder heading(String text) {
      lines.add(new Line(text, true));
      return this;
    }

    /** Every line of the text becomes a paragraph. */
    public Builder text(String text) {
      text.lines().forEach(line -> lines.add(new Line(line, false)));
      return this;
    }

    public WordText build() {
      return new WordText(lines);
    }
  }
}
