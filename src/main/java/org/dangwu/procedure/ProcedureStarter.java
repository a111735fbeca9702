package org.dangwu.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.dangwu.organization.Organization;
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
  public List<StartOffer> offers(String userId, int year) {
    return rules.all().stream()
        .flatMap(
            rule ->
                rule.offeredTo(userId).stream()
                    .map(body -> offer(rule, body, rule.offeredYear(year), userId)))
        .toList();
  }

  @Override
  public Map<ProcedureKind, String> specialPages(String userId) {
    Map<ProcedureKind, String> pages = new LinkedHashMap<>();
    rules
        .all()
        .forEach(rule -> rule.specialPage(userId).ifPresent(page -> pages.put(rule.kind(), page)));
    return pages;
  }

  private StartOffer offer(StartRule rule, Organization body, int year, String userId) {
    return new StartOffer(
        rule.kind(),
        body.code(),
        body.name(),
        year,
        rule.hint(body, year),
        rule.page().orElse(null),
        rule.facts(body, userId).contains("meetingDate"),
        rules.check(rule.kind(), body.code(), year, userId).reason());
  }

  @Override
  @Transactional
  public ProcedureCase start(
      ProcedureKind kind, String organization, int year, Map<String, Object> facts) {
    return started(
        runtime.startProcessInstanceByKey(kind.key(), variables(organization, year, facts)));
  }

  @Override
  @Transactional
  public ProcedureCase startSpecial(
      String message, String organization, int year, Map<String, Object> facts) {
    return started(
        runtime.startProcessInstanceByMessage(message, variables(organization, year, facts)));
  }

  private ProcedureCase started(ProcessInstance instance) {
    return register.byProcessInstance(instance.getProcessInstanceId()).orElseThrow();
  }

  private static Map<String, Object> variables(
      String organization, int year, Map<String, Object> facts) {
    Map<String, Object> variables = new LinkedHashMap<>(facts);
    variables.put("organization", organization);
    variables.put("year", year);
    return variables;
  }
}
