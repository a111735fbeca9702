package org.dangwu.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The model that every contestant runs, byte for byte the same: start, one task of one member, end.
 * Two text variables at the start, one at completion. The member is assigned by plain BPMN ({@code
 * humanPerformer}), which all engines read, and not by any engine's extension.
 */
final class ComparisonModel {

  static final String KEY = "comparison";

  private static final List<String> MEMBERS =
      IntStream.range(0, 600).mapToObj(i -> "member%04d".formatted(i)).toList();

  private ComparisonModel() {}

  static String xml() throws IOException {
    try (InputStream in = ComparisonModel.class.getResourceAsStream("/bench/comparison.bpmn")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static List<String> members() {
    return MEMBERS;
  }

  static String member(int number) {
    return MEMBERS.get(number % MEMBERS.size());
  }

  static Map<String, Object> startVariables(int number) {
    return Map.of("member", member(number), "matter", "LM-2026-" + number);
  }

  static Map<String, Object> completionVariables() {
    return Map.of("decision", "agreed");
  }
}
