package org.dangwu.dossier.casefile;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.dangwu.dossier.casefile.CaseDirectory.CaseFacts;
import org.dangwu.engine.Unrestricted;
import org.springframework.stereotype.Component;

/**
 * Which document types the model of a case leads to, so that another procedure's are not asked for.
 */
@Component
class WrittenTypes {

  /**
   * Besides what people write in a step, what the application makes of what they record there or
   * what a called run writes.
   */
  private static final Set<String> NAMES = Set.of(HeldTask.WRITE, "dossier.filed");

  private final CaseDirectory cases;
  private final HistoryService history;
  private final RepositoryService repository;
  private final Unrestricted unrestricted;

  WrittenTypes(
      CaseDirectory cases,
      HistoryService history,
      RepositoryService repository,
      Unrestricted unrestricted) {
    this.cases = cases;
    this.history = history;
    this.repository = repository;
    this.unrestricted = unrestricted;
  }

  Set<String> of(String caseId) {
    return cases
        .find(caseId)
        .map(CaseFacts::processInstanceId)
        .flatMap(this::definition)
        .map(this::ofDefinition)
        .orElse(Set.of());
  }

  private Optional<String> definition(String processInstanceId) {
    return unrestricted.call(
        () ->
            Optional.ofNullable(
                    history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .singleResult())
                .map(HistoricProcessInstance::getProcessDefinitionId));
  }

  private Set<String> ofDefinition(String definitionId) {
    return unrestricted.call(
        () ->
            repository
                .getBpmnModelInstance(definitionId)
                .getModelElementsByType(CamundaProperty.class)
                .stream()
                .filter(property -> NAMES.contains(property.getCamundaName()))
                .flatMap(property -> HeldTask.names(property.getCamundaValue()).stream())
                .collect(Collectors.toSet()));
  }
}
