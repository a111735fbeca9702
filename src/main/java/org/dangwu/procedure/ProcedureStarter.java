package org.dangwu.procedure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ProcedureStarter implements ProcedureStart {

  private final RuntimeService runtime;
  private final StartRules rules;
  private final CaseRegister register;

  ProcedureStarter(RuntimeService runtime, StartRules rules, CaseRegister register) {
    this.runtime = runtime;
    this.rules = rules;
    this.register = register;
  }

  @Override
  public StartCheck check(ProcedureKind kind, String organization, int year, String userId) {
    return rules.check(kind, organization, year, userId);
  }

  @Override
  @Transactional
  public ProcedureCase start(
      ProcedureKind kind, String organization, int year, Map<String, Object> facts) {
    Map<String, Object> variables = new LinkedHashMap<>(facts);
    variables.put("organization", organization);
    variables.put("year", year);
    ProcessInstance instance = runtime.startProcessInstanceByKey(kind.key(), variables);
    return register.byProcessInstance(instance.getProcessInstanceId()).orElseThrow();
  }
}
