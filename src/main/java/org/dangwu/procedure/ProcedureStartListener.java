package org.dangwu.procedure;

import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.dangwu.engine.CurrentPerson;
import org.dangwu.engine.ModelBean;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;

/**
 * Stands on the start event of each procedure: whichever way an instance is started, it is checked,
 * registered and gets its business key here.
 */
@ModelBean("procedureStart")
class ProcedureStartListener implements ExecutionListener {

  private static final Set<String> COMMON = Set.of("organization", "year");

  private final StartRules rules;
  private final CaseRegister register;
  private final Organizations organizations;
  private final CurrentPerson person;

  ProcedureStartListener(
      StartRules rules, CaseRegister register, Organizations organizations, CurrentPerson person) {
    this.rules = rules;
    this.register = register;
    this.organizations = organizations;
    this.person = person;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ProcedureKind kind = kind(execution);
    String code = (String) execution.getVariable("organization");
    int year = year(execution.getVariable("year"));
    String user = person.id().orElse(null);
    StartCheck check = rules.check(kind, code, year, user);
    if (!check.allowed()) {
      throw new SubmissionRefused(check.reason());
    }
    Organization organization = organizations.get(code);
    refuseUnknownFacts(execution, rules.find(kind).orElseThrow().facts(organization, user));
    String businessKey = kind.businessKey(year, code);
    String caseId = UUID.randomUUID().toString();
    register.open(
        new ProcedureCase(
            caseId,
            kind,
            code,
            organization.name(),
            year,
            businessKey,
            execution.getProcessInstanceId(),
            execution.getTenantId(),
            user,
            register.now(),
            null,
            ProcedureCase.State.RUNNING));
    execution.setProcessBusinessKey(businessKey);
    execution.setVariable("caseId", caseId);
    execution.setVariable("procedure", kind.key());
    execution.setVariable("organizationName", organization.name());
    execution.setVariable("year", year);
  }

  private static void refuseUnknownFacts(DelegateExecution execution, Set<String> facts) {
    execution.getVariableNames().stream()
        .filter(name -> !COMMON.contains(name) && !facts.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new SubmissionRefused("启动时不接收“" + name + "”，请按启动表单填写。");
            });
  }

  private static ProcedureKind kind(DelegateExecution execution) {
    String definition = execution.getProcessDefinitionId();
    return ProcedureKind.ofKey(definition.substring(0, definition.indexOf(':'))).orElseThrow();
  }

  private static int year(Object value) {
    if (value instanceof Number number) {
      return number.intValue();
    }
    throw new SubmissionRefused("请填写年度，例如 2026。");
  }
}
