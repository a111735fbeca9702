package org.dangwu.lifemeeting;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.dangwu.dossier.ExtraCaseRoles;
import org.dangwu.engine.Unrestricted;
import org.dangwu.procedure.ExtraRunRoles;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/**
 * Who was designated to chair a meeting (E07) has for this case the rights of the principal, during
 * the run and afterwards. The principal keeps what he has as such.
 */
@Component
class DesignatedChair implements ExtraCaseRoles, ExtraRunRoles {

  private static final Set<String> PRINCIPAL = Set.of("principal");

  private final ProcedureCases cases;
  private final HistoryService history;
  private final Unrestricted unrestricted;

  DesignatedChair(ProcedureCases cases, HistoryService history, Unrestricted unrestricted) {
    this.cases = cases;
    this.history = history;
    this.unrestricted = unrestricted;
  }

  @Override
  public Set<String> of(String userId, String caseId) {
    return cases
        .find(caseId)
        .filter(run -> isDesignated(userId, run))
        .map(run -> PRINCIPAL)
        .orElse(Set.of());
  }

  @Override
  public Set<String> of(String userId, ProcedureCase run) {
    return isDesignated(userId, run) ? PRINCIPAL : Set.of();
  }

  private boolean isDesignated(String userId, ProcedureCase run) {
    return run.kind() == ProcedureKind.LIFE_MEETING
        && fact(run, "chair").filter(userId::equals).isPresent()
        && fact(run, "principal").filter(userId::equals).isEmpty();
  }

  /** From the history, which outlives the run. */
  private Optional<Object> fact(ProcedureCase run, String name) {
    return unrestricted.call(
        () ->
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(run.processInstanceId())
                .activityInstanceIdIn(run.processInstanceId())
                .variableName(name)
                .list()
                .stream()
                .map(HistoricVariableInstance::getValue)
                .filter(java.util.Objects::nonNull)
                .findFirst());
  }
}
