package org.dangwu.dossier.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** Reads the table {@code redaction_terms} (公开核对用语), which process owners edit. */
@Component
class RedactionTerms {

  private static final String TABLE = "redaction_terms";

  private final DecisionTables tables;

  RedactionTerms(DecisionTables tables) {
    this.tables = tables;
  }

  /** Usual phrases that are no leak. */
  List<String> phrases() {
    return terms("phrase");
  }

  /** Words that must not stand beside a member's name. */
  List<String> criticism() {
    return terms("criticism");
  }

  /** Document types in which those who gave opinions may be named. */
  List<String> giverDocuments() {
    return terms("giverDocument");
  }

  private List<String> terms(String kind) {
    return tables.evaluate(TABLE, Map.of("kind", kind)).stream()
        .map(row -> Objects.toString(row.get("terms"), ""))
        .flatMap(cell -> Arrays.stream(cell.split("[,，]")))
        .map(String::strip)
        .filter(term -> !term.isEmpty())
        .toList();
  }
}
