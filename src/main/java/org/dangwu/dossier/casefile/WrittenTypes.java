package org.dangwu.dossier.casefile;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.dangwu.dossier.casefile.CaseDirectory.CaseFacts;
import org.dangwu.engine.Unrestricted;
import org.springframework.stereotype.Component;

/**
 * Which document types the model of a case lets people write, so that another procedure's are not
 * asked for.
 */
@Component
class WrittenTypes {

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
        () -> {
          Set<String> types = new HashSet<>();
          for (UserTask task :
              repository
                  .getBpmnModelInstance(definitionId)
                  .getModelElementsByType(UserTask.class)) {
            if (task.getExtensionElements() != null) {
              task.getExtensionElements()
                  .getElementsQuery()
                  .filterByType(CamundaProperties.class)
                  .list()
                  .forEach(
                      properties ->
                          properties.getCamundaProperties().stream()
                              .filter(p -> HeldTask.WRITE.equals(p.getCamundaName()))
                              .map(CamundaProperty::getCamundaValue)
                              .forEach(value -> types.addAll(HeldTask.names(value))));
            }
          }
          return types;
        });
  }
}
