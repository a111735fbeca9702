package org.dangwu.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.dangwu.engine.Unrestricted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads the whole deployed table {@code notification_rules} and tells what is wrong with it before
 * an event meets the mistake: unknown level, recipient or channel, missing text.
 */
@Component
class RulesCheck {

  private static final Logger log = LoggerFactory.getLogger(RulesCheck.class);

  private final RepositoryService repository;
  private final Unrestricted unrestricted;
  private final MessageTemplates templates;

  RulesCheck(RepositoryService repository, Unrestricted unrestricted, MessageTemplates templates) {
    this.repository = repository;
    this.unrestricted = unrestricted;
    this.templates = templates;
  }

  /** A broken table was deployed by its owners; it must not keep the system from starting. */
  @EventListener(ApplicationReadyEvent.class)
  void report() {
    problems().forEach(problem -> log.error("Table {}: {}", NotificationRules.TABLE, problem));
  }

  /** One Chinese sentence each; empty when all is well. */
  List<String> problems() {
    DmnModelInstance model = unrestricted.call(this::newest);
    if (model == null) {
      return List.of("通知规则表 " + NotificationRules.TABLE + " 尚未部署。");
    }
    return problems(model);
  }

  List<String> problems(DmnModelInstance model) {
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (DecisionTable table : model.getModelElementsByType(DecisionTable.class)) {
      List<String> columns = table.getOutputs().stream().map(Output::getName).toList();
      for (Rule rule : table.getRules()) {
        number++;
        try {
          check(columns, rule);
        } catch (NotificationRefused refused) {
          problems.add("第 %d 行：%s".formatted(number, refused.getMessage()));
        }
      }
    }
    return problems;
  }

  private void check(List<String> columns, Rule rule) {
    Map<String, String> cells = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(
          columns.get(i), literal(List.copyOf(rule.getOutputEntries()).get(i).getTextContent()));
    }
    NotificationRule read =
        NotificationRule.of(
            cells.get("level"),
            cells.get("recipients"),
            cells.get("channel"),
            cells.get("template"));
    if (!templates.exists(read.template())) {
      throw new NotificationRefused("没有名为“%s”的通知文本。".formatted(read.template()));
    }
  }

  private static String literal(String cell) {
    String text = cell.strip();
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private DmnModelInstance newest() {
    DecisionDefinition table =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(NotificationRules.TABLE)
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    return table == null ? null : repository.getDmnModelInstance(table.getId());
  }
}
