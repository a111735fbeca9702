package org.dangwu.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.springframework.stereotype.Component;

/**
 * Who may start which procedure when (A01: once a year): what holds for all kinds, and the rule of
 * each kind.
 */
@Component
class StartRules {

  private final Organizations organizations;
  private final CaseRegister register;
  private final Map<ProcedureKind, StartRule> rules;
  private final Clock clock;

  StartRules(
      Organizations organizations, CaseRegister register, List<StartRule> rules, Clock clock) {
    this.organizations = organizations;
    this.register = register;
    this.rules =
        rules.stream().collect(Collectors.toUnmodifiableMap(StartRule::kind, Function.identity()));
    this.clock = clock;
  }

  /**
   * @param userId who starts, or null when the application itself does
   */
  StartCheck check(ProcedureKind kind, String code, int year, String userId) {
    StartCheck possible = checkWithoutCounting(kind, code, year, userId);
    if (!possible.allowed()) {
      return possible;
    }
    return register
        .counting(kind.businessKey(year, code))
        .map(run -> StartCheck.no(CaseRegister.alreadyStarted(run)))
        .orElse(possible);
  }

  /** The same for a run that does not count as the one of its year. */
  StartCheck checkWithoutCounting(ProcedureKind kind, String code, int year, String userId) {
    Organization organization = code == null ? null : organizations.find(code).orElse(null);
    if (organization == null || !organization.active()) {
      return StartCheck.no("没有编码为“" + code + "”的组织，请核对组织编码。");
    }
    int thisYear = LocalDate.now(clock).getYear();
    if (year < thisYear - 1 || year > thisYear + 1) {
      return StartCheck.no("年度应在 %d 至 %d 之间，请核对。".formatted(thisYear - 1, thisYear + 1));
    }
    return find(kind)
        .map(rule -> rule.check(organization, year, userId))
        .orElseGet(() -> StartCheck.no(kind.label() + "尚未开通，请联系系统管理员。"));
  }

  Optional<StartRule> find(ProcedureKind kind) {
    return Optional.ofNullable(rules.get(kind));
  }

  /** In the order of the kinds. */
  List<StartRule> all() {
    return java.util.Arrays.stream(ProcedureKind.values())
        .map(this::find)
        .flatMap(Optional::stream)
        .toList();
  }
}
