package org.dangwu.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;

/** Who may start which procedure when (A01: once a year per leading body). */
@Component
class StartRules {

  private static final List<Role> STARTERS = List.of(Role.PRINCIPAL, Role.RECORDER, Role.OFFICE);

  private final Organizations organizations;
  private final CaseRegister register;
  private final Clock clock;

  StartRules(Organizations organizations, CaseRegister register, Clock clock) {
    this.organizations = organizations;
    this.register = register;
    this.clock = clock;
  }

  /**
   * @param userId who starts, or null when the application itself does
   */
  StartCheck check(ProcedureKind kind, String code, int year, String userId) {
    Organization organization = code == null ? null : organizations.find(code).orElse(null);
    if (organization == null || !organization.active()) {
      return StartCheck.no("没有编码为“" + code + "”的组织，请核对组织编码。");
    }
    int thisYear = LocalDate.now(clock).getYear();
    if (year < thisYear - 1 || year > thisYear + 1) {
      return StartCheck.no("年度应在 %d 至 %d 之间，请核对。".formatted(thisYear - 1, thisYear + 1));
    }
    if (userId != null && !mayStart(userId, organization)) {
      return StartCheck.no(
          "只有%s的主要负责人、记录人、办公室人员，或者上级组织部门人员可以启动，请联系上述人员。".formatted(organization.name()));
    }
    if (kind == ProcedureKind.LIFE_MEETING) {
      if (organizations.leadingBody(code).isEmpty()) {
        return StartCheck.no(organization.name() + "没有登记领导班子成员，请先在组织名册中登记任职。");
      }
      if (organizations.holders(Role.PRINCIPAL, code).isEmpty()) {
        return StartCheck.no(organization.name() + "的主要负责人空缺，请先在组织名册中登记，或者请上级指定主持人。");
      }
      if (organizations.holders(Role.RECORDER, code).isEmpty()) {
        return StartCheck.no(organization.name() + "没有登记记录人，请先在组织名册中登记。");
      }
      Optional<String> missing = missingHands(organization);
      if (missing.isPresent()) {
        return StartCheck.no(missing.get());
      }
    }
    return register
        .counting(kind.businessKey(year, code))
        .map(run -> StartCheck.no(CaseRegister.alreadyStarted(run)))
        .orElseGet(StartCheck::yes);
  }

  /** Steps are addressed to roles; a role that nobody holds would let the run wait for ever. */
  private Optional<String> missingHands(Organization body) {
    String code = body.code();
    Optional<Organization> department = organizations.superiorOrganizationDepartment(code);
    Optional<Organization> commission = organizations.superiorDisciplineCommission(code);
    if (department.isEmpty() || commission.isEmpty()) {
      return Optional.of(body.name() + "的上级没有登记组织部门或纪检机关，方案和报告无处报送，请先补全组织名册。");
    }
    return Stream.of(
            unheld(Role.OFFICE, body),
            unheld(Role.STAFF, department.get()),
            unheld(Role.STAFF, commission.get()),
            organizations.superior(code).flatMap(superior -> unheld(Role.OFFICE, superior)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> unheld(Role role, Organization organization) {
    return organizations.holders(role, organization.code()).isEmpty()
        ? Optional.of("%s没有登记%s，有关环节将无人办理，请先在组织名册中登记。".formatted(organization.name(), role.label()))
        : Optional.empty();
  }

  private boolean mayStart(String userId, Organization organization) {
    var own = organizations.rolesOf(userId, organization.code());
    if (STARTERS.stream().anyMatch(own::contains)) {
      return true;
    }
    return organizations
        .superiorOrganizationDepartment(organization.code())
        .map(department -> organizations.rolesOf(userId, department.code()))
        .map(roles -> roles.contains(Role.STAFF) || roles.contains(Role.HEAD))
        .orElse(false);
  }
}
