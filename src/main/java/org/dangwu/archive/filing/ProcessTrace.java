package org.dangwu.archive.filing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.dangwu.archive.bag.BagStaging;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/**
 * The background of the documents (背景信息): the models that the run followed, its steps with who and
 * when, and what the decision tables answered to what.
 */
@Component
class ProcessTrace {

  private final HistoryService history;
  private final RepositoryService repository;
  private final Unrestricted unrestricted;
  private final People people;

  ProcessTrace(
      HistoryService history,
      RepositoryService repository,
      Unrestricted unrestricted,
      People people) {
    this.history = history;
    this.repository = repository;
    this.unrestricted = unrestricted;
    this.people = people;
  }

  /** Adds everything below {@code process/}. */
  void addTo(BagStaging staging, String processInstanceId) throws IOException {
    for (Map.Entry<String, byte[]> file :
        unrestricted.call(() -> files(processInstanceId)).entrySet()) {
      staging.add("process/" + file.getKey(), file.getValue());
    }
  }

  private Map<String, byte[]> files(String processInstanceId) {
    List<HistoricProcessInstance> runs = runs(processInstanceId);
    Map<String, byte[]> files = new LinkedHashMap<>();
    Set<String> definitions = new LinkedHashSet<>();
    runs.forEach(run -> definitions.add(run.getProcessDefinitionId()));
    definitions.forEach(id -> addModel(id, files));
    List<HistoricDecisionInstance> decisions =
        runs.stream().flatMap(run -> decisions(run).stream()).toList();
    Map<String, DecisionDefinition> tables = new LinkedHashMap<>();
    decisions.forEach(
        decision ->
            tables.computeIfAbsent(
                decision.getDecisionDefinitionId(), repository::getDecisionDefinition));
    tables.values().forEach(table -> addTable(table, files));
    files.put("steps.json", Json.bytes(runs.stream().flatMap(run -> steps(run).stream()).toList()));
    files.put(
        "decisions.json",
        Json.bytes(
            decisions.stream()
                .map(d -> decision(d, tables.get(d.getDecisionDefinitionId())))
                .toList()));
    return files;
  }

  /** The run and everything it called. */
  private List<HistoricProcessInstance> runs(String processInstanceId) {
    List<HistoricProcessInstance> found = new ArrayList<>();
    HistoricProcessInstance root =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceId(processInstanceId)
            .singleResult();
    if (root != null) {
      found.add(root);
    }
    for (int i = 0; i < found.size(); i++) {
      found.addAll(
          history
              .createHistoricProcessInstanceQuery()
              .superProcessInstanceId(found.get(i).getId())
              .orderByProcessInstanceStartTime()
              .asc()
              .list());
    }
    return found;
  }

  private void addModel(String definitionId, Map<String, byte[]> files) {
    ProcessDefinition definition = repository.getProcessDefinition(definitionId);
    String name = "%s-v%d.bpmn".formatted(definition.getKey(), definition.getVersion());
    files.put(name, bytes(repository.getProcessModel(definitionId)));
  }

  private void addTable(DecisionDefinition table, Map<String, byte[]> files) {
    String name = "%s-v%d.dmn".formatted(table.getKey(), table.getVersion());
    files.put(name, bytes(repository.getDecisionModel(table.getId())));
  }

  private List<Map<String, Object>> steps(HistoricProcessInstance run) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(run.getId())
        .orderByHistoricActivityInstanceStartTime()
        .asc()
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(step -> step(run, step))
        .toList();
  }

  private Map<String, Object> step(HistoricProcessInstance run, HistoricActivityInstance step) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("process", run.getProcessDefinitionKey());
    line.put("element", step.getActivityId());
    line.put("name", step.getActivityName());
    line.put("kind", step.getActivityType());
    if (step.getAssignee() != null) {
      line.put("person", step.getAssignee());
      line.put("personName", people.name(step.getAssignee()));
    }
    line.put("begun", Times.iso(step.getStartTime()));
    line.put("ended", Times.iso(step.getEndTime()));
    line.put("cancelled", step.isCanceled());
    return line;
  }

  private List<HistoricDecisionInstance> decisions(HistoricProcessInstance run) {
    return history
        .createHistoricDecisionInstanceQuery()
        .processInstanceId(run.getId())
        .includeInputs()
        .includeOutputs()
        .orderByEvaluationTime()
        .asc()
        .list();
  }

  private static Map<String, Object> decision(
      HistoricDecisionInstance decision, DecisionDefinition table) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    decision.getInputs().forEach(in -> inputs.put(in.getClauseName(), plain(in.getValue())));
    List<Map<String, Object>> outputs =
        decision.getOutputs().stream()
            .map(
                out -> {
                  Map<String, Object> value = new LinkedHashMap<>();
                  value.put("rule", out.getRuleId());
                  value.put("name", out.getVariableName());
                  value.put("value", plain(out.getValue()));
                  return value;
                })
            .toList();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("table", decision.getDecisionDefinitionKey());
    line.put("tableName", decision.getDecisionDefinitionName());
    line.put("version", table.getVersion());
    line.put("element", decision.getActivityId());
    line.put("evaluated", Times.iso(decision.getEvaluationTime()));
    line.put("inputs", inputs);
    line.put("outputs", outputs);
    return line;
  }

  private static Object plain(Object value) {
    if (value instanceof java.util.Date date) {
      return Times.iso(date);
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : value.toString();
  }

  private static byte[] bytes(InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
