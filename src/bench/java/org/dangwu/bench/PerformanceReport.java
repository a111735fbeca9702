package org.dangwu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the measured part of {@code docs/performance.md}; the prose around it is left alone. */
final class PerformanceReport {

  private static final String BEGIN = "<!-- results: begin, written by mvn -Pbench verify -->";
  private static final String END = "<!-- results: end -->";

  private final List<String> lines = new ArrayList<>();

  void heading(String text) {
    lines.add("### " + text);
    lines.add("");
  }

  void paragraph(String text) {
    lines.add(text);
    lines.add("");
  }

  void table(List<String> header, List<List<String>> rows) {
    lines.add("| " + String.join(" | ", header) + " |");
    lines.add("|" + " --- |".repeat(header.size()));
    rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
    lines.add("");
  }

  void facts(Map<String, String> facts) {
    table(
        List.of("fact", "value"),
        facts.entrySet().stream().map(fact -> List.of(fact.getKey(), fact.getValue())).toList());
  }

  /** Says plainly whether an aim was reached. */
  String verdict(String what, Spread ratio, double aim) {
    return "%s: %s, aim at least %.2f: **%s**"
        .formatted(what, ratio.precise(), aim, ratio.median() >= aim ? "PASS" : "MISS");
  }

  void list(List<String> items) {
    items.forEach(item -> lines.add("- " + item));
    lines.add("");
  }

  String markdown() {
    return String.join("\n", lines);
  }

  void writeInto(Path file) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(file + " has lost the marks around its results");
    }
    Files.writeString(
        file, text.substring(0, begin) + BEGIN + "\n\n" + markdown() + text.substring(end));
  }
}
