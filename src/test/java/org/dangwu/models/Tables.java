package org.dangwu.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;

/**
 * Evaluates decision tables from their files without a process engine and remembers which rows ever
 * matched.
 */
public final class Tables {

  private static final Pattern ROW = Pattern.compile("<rule id=\"([^\"]+)\"");
  private static final Pattern CODE =
      Pattern.compile("<inputEntry id=\"InputEntry_\\w+_\\d+_1\"><text>\"(\\w+)\"</text>");

  private final Set<String> matched = new HashSet<>();
  private final DmnEngine engine;

  public Tables() {
    DmnDecisionTableEvaluationListener remember =
        event -> event.getMatchingRules().forEach(rule -> matched.add(rule.getId()));
    DmnEngineConfiguration configuration =
        DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(remember));
    engine = configuration.buildEngine();
  }

  public DmnDecision table(String folder, String key) {
    Path file = Path.of("processes", folder, key + ".dmn");
    try (InputStream in = Files.newInputStream(file)) {
      return engine.parseDecision(key, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Map<String, Object>> rows(DmnDecision table, Map<String, Object> inputs) {
    return engine.evaluateDecisionTable(table, inputs).getResultList();
  }

  /** The only row of a FIRST or UNIQUE table; fails on a gap. */
  public Map<String, Object> row(DmnDecision table, Map<String, Object> inputs) {
    List<Map<String, Object>> rows = rows(table, inputs);
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " rows match " + inputs + " in " + table.getKey());
    }
    return rows.get(0);
  }

  /** Ids of the rows that matched at least once. */
  public Set<String> matched() {
    return Set.copyOf(matched);
  }

  /** Ids of all rows of all tables in a folder. */
  public static Set<String> allRows(String folder) {
    try (Stream<Path> files = Files.list(Path.of("processes", folder))) {
      return files
          .filter(file -> file.toString().endsWith(".dmn"))
          .flatMap(file -> ROW.matcher(Models.text(file)).results())
          .map(match -> match.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The codes that the rows of a table name one by one for its first input. */
  public static List<String> codes(String folder, String key) {
    return CODE.matcher(Models.text(Path.of("processes", folder, key + ".dmn")))
        .results()
        .map(match -> match.group(1))
        .distinct()
        .toList();
  }
}
