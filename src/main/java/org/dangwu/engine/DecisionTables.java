package org.dangwu.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * Reads deployed decision tables outside a process, for pages and services. Leaves no decision
 * history: what is asked here is how a page looks or who is told, not how a case was decided.
 */
@Component
public class DecisionTables {

  private final RepositoryService repository;
  private final Unrestricted unrestricted;
  private final DmnEngine dmn =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

  DecisionTables(RepositoryService repository, Unrestricted unrestricted) {
    this.repository = repository;
    this.unrestricted = unrestricted;
  }

  /**
   * Evaluates the newest deployed version of a table.
   *
   * @return the matching rows as output name → value; empty when no row matches
   * @throws IllegalStateException when no such table is deployed
   */
  public List<Map<String, Object>> evaluate(String key, Map<String, Object> inputs) {
    DmnDecision decision = decision(key);
    return dmn.evaluateDecisionTable(decision, inputs).getResultList();
  }

  /** The first matching row. */
  public Optional<Map<String, Object>> first(String key, Map<String, Object> inputs) {
    return evaluate(key, inputs).stream().findFirst();
  }

  /**
   * The values that the rows of the newest version name for their first input, in the order of the
   * rows, for lists to choose from. Only rows that name one value; a row for everything else does
   * not count.
   */
  public List<String> choices(String key) {
    String id = newest(key).getId();
    return unrestricted
        .call(() -> repository.getDmnModelInstance(id))
        .getModelElementsByType(Rule.class)
        .stream()
        .map(rule -> rule.getInputEntries().iterator().next().getText().getTextContent().strip())
        .filter(text -> text.matches("\"[^\"]+\""))
        .map(text -> text.substring(1, text.length() - 1))
        .distinct()
        .toList();
  }

  /** Number of the newest deployed version, to be kept beside what the table said. */
  public int version(String key) {
    return newest(key).getVersion();
  }

  private DmnDecision decision(String key) {
    DecisionDefinition newest = newest(key);
    return parsed.computeIfAbsent(newest.getId(), id -> parse(newest));
  }

  private DecisionDefinition newest(String key) {
    DecisionDefinition newest =
        unrestricted.call(
            () ->
                repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .withoutTenantId()
                    .latestVersion()
                    .singleResult());
    if (newest == null) {
      throw new IllegalStateException("决策表 " + key + " 尚未部署，请检查 processes 目录后重新启动。");
    }
    return newest;
  }

  private DmnDecision parse(DecisionDefinition definition) {
    byte[] xml =
        unrestricted.call(
            () -> {
              try (InputStream in = repository.getDecisionModel(definition.getId())) {
                return in.readAllBytes();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return dmn.parseDecision(definition.getKey(), new ByteArrayInputStream(xml));
  }
}
