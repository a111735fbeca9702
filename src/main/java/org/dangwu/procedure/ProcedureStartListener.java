package org.dangwu.procedure;

import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
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
    boolean special = startedByMessage(execution);
    String code = (String) execution.getVariable("organization");
    int year = year(execution.getVariable("year"));
    String user = person.id().orElse(null);
    StartCheck check =
        special
            ? rules.checkWithoutCounting(kind, code, year, user)
            : rules.check(kind, code, year, user);
    if (!check.allowed()) {
      throw new SubmissionRefused(check.reason());
    }
    Organization organization = organizations.get(code);
    StartRule rule = rules.find(kind).orElseThrow();
    refuseUnknownFacts(execution, rule.facts(organization, user));
    ProcedureCase run = open(execution, kind, organization, year, special, user);
    execution.setProcessBusinessKey(run.businessKey());
    execution.setVariable("caseId", run.caseId());
    execution.setVariable("procedure", kind.key());
    execution.setVariable("organizationName", organization.name());
    execution.setVariable("year", year);
    execution.setVariables(rule.knownFacts(organization, special));
  }

  private ProcedureCase open(
      DelegateExecution execution,
      ProcedureKind kind,
      Organization organization,
      int year,
      boolean special,
      String user) {
    RunNumber number = register.next(kind, organization.code(), year, special);
    ProcedureCase run =
        new ProcedureCase(
            UUID.randomUUID().toString(),
            kind,
            organization.code(),
            organization.name(),
            year,
            number.businessKey(),
            execution.getProcessInstanceId(),
            execution.getTenantId(),
            user,
            register.now(),
            null,
            ProcedureCase.State.RUNNING,
            number.special());
    register.open(run);
    return run;
  }

  /** A message calls for a special run; the year's own run is started by a person with its form. */
  private static boolean startedByMessage(DelegateExecution execution) {
    return execution.getBpmnModelElementInstance() instanceof StartEvent start
        && start.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance);
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
