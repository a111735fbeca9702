package org.dangwu.debriefing.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.debriefing.DebriefCommittees.Member;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.OrganizationLevel;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.organization.UnitType;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.Parameters;
import org.dangwu.testing.AdjustableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DebriefStartTest {

  private final Organizations organizations = mock(Organizations.class);
  private final CaseRoles roles = mock(CaseRoles.class);
  private final DebriefCommittees committees = mock(DebriefCommittees.class);
  private final ScopeTables tables = mock(ScopeTables.class);
  private final Parameters parameters = mock(Parameters.class);
  private final AdjustableClock clock = AdjustableClock.on(LocalDate.of(2026, 11, 2));
  private final ScopeList list = new ScopeList(organizations, committees, tables);
  private final DebriefStart start =
      new DebriefStart(organizations, roles, committees, list, parameters, clock);

  private final Organization county = unit("C", "示例县委", OrganizationKind.COMMITTEE);
  private final Organization department =
      unit("D", "示例县委组织部", OrganizationKind.ORGANIZATION_DEPARTMENT);
  private final Organization town = unit("T", "示例镇党委", OrganizationKind.COMMITTEE);

  @BeforeEach
  void countyWithEverythingItNeeds() {
    when(organizations.children("C")).thenReturn(List.of(department, town));
    when(organizations.organizers("C")).thenReturn(Optional.of(department));
    when(organizations.holders(any(Role.class), anyString())).thenReturn(List.of());
    when(committees.secretary("C")).thenReturn(Optional.of(new Member("p", "县委书记", "书记")));
    when(committees.secretary("T")).thenReturn(Optional.of(new Member("s", "镇党委书记", "书记")));
    when(tables.scope(county, department)).thenReturn(new ScopeTables.Scope(false, "NONE", ""));
    when(tables.scope(county, town)).thenReturn(new ScopeTables.Scope(true, "TOWN", ""));
    when(roles.holdsAny(eq("staff"), eq("C"), anyCollection())).thenReturn(true);
    when(parameters.figure(eq(DebriefStart.MAX_GOOD_PERCENT), eq("C"), anyInt()))
        .thenReturn(OptionalInt.of(30));
  }

  @Proves({"C01", "C02"})
  @Test
  void theCommitteeAboveStartsItByItsSecretaryOrItsOrganisationDepartment() {
    assertThat(start.check(county, 2026, "staff").allowed()).isTrue();
    assertThat(start.check(county, 2026, null).allowed()).isTrue();
    assertThat(start.check(county, 2026, "s").reason()).contains("由示例县委的书记或者组织部门");
    assertThat(start.check(department, 2026, "staff").reason()).contains("不是党委（党组）、工委");
  }

  @Proves("C02")
  @Test
  void organisationsWithoutASecretaryAreNamedAndNotForgotten() {
    when(organizations.get("C")).thenReturn(county);
    assertThat(list.of("C")).isEmpty();

    when(committees.secretary("T")).thenReturn(Optional.empty());

    assertThat(list.of("C")).containsExactly("示例镇党委");
  }

  @Proves("C15")
  @Test
  void withoutAShareItDoesNotStartAndTheSentenceTellsWhoSetsItWhere() {
    when(parameters.figure(eq(DebriefStart.MAX_GOOD_PERCENT), eq("C"), anyInt()))
        .thenReturn(OptionalInt.empty());
    assertThat(start.check(county, 2026, "staff").reason())
        .contains("没有规定全国统一的数值")
        .contains("请示例县委组织部在“参数”页面“述职评议考核”一栏设定");
  }

  @Proves("C02")
  @Test
  void nobodyToHearIsSaidBeforeAnythingBegins() {
    when(committees.secretary("T")).thenReturn(Optional.empty());
    assertThat(start.check(county, 2026, "staff").reason()).contains("都没有登记书记");
    when(tables.scope(county, town)).thenReturn(new ScopeTables.Scope(false, "NONE", ""));
    assertThat(start.check(county, 2026, "staff").reason()).contains("没有列入述职范围");
  }

  @Test
  void aRunThatNobodyCouldCarryDoesNotStart() {
    when(organizations.organizers("C")).thenReturn(Optional.empty());
    assertThat(start.check(county, 2026, "staff").reason()).contains("没有登记组织部门工作人员或者办公室人员");
    when(organizations.holders(Role.OFFICE, "C")).thenReturn(List.of("o"));
    assertThat(start.check(county, 2026, "staff").allowed()).isTrue();
    when(committees.secretary("C")).thenReturn(Optional.empty());
    assertThat(start.check(county, 2026, "staff").reason()).contains("没有登记书记");
  }

  @Proves("C01")
  @Test
  void untilMarchTheYearBeforeIsOffered() {
    assertThat(start.offeredYear(2026)).isEqualTo(2026);
    clock.setTo(LocalDate.of(2027, 3, 31));
    assertThat(start.offeredYear(2027)).isEqualTo(2026);
    clock.setTo(LocalDate.of(2027, 4, 1));
    assertThat(start.offeredYear(2027)).isEqualTo(2027);
  }

  private static Organization unit(String code, String name, OrganizationKind kind) {
    return new Organization(
        code,
        name,
        kind,
        OrganizationLevel.COUNTY,
        null,
        "C",
        "/" + code + "/",
        1,
        true,
        UnitType.OTHER);
  }
}
