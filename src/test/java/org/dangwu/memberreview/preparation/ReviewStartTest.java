package org.dangwu.memberreview.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dangwu.models.Proves;
import org.dangwu.organization.Circumstance;
import org.dangwu.organization.Membership;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Mobility;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.OrganizationLevel;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Relation;
import org.dangwu.organization.Role;
import org.dangwu.organization.Sanction;
import org.dangwu.organization.UnitType;
import org.dangwu.procedure.CaseRoles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewStartTest {

  private final Organizations organizations = mock(Organizations.class);
  private final People people = mock(People.class);
  private final CaseRoles roles = mock(CaseRoles.class);
  private final ReviewStart start = new ReviewStart(organizations, people, roles);

  private final Organization committee = unit("C", "镇党委", OrganizationKind.COMMITTEE);
  private final Organization branch = unit("B", "村党支部", OrganizationKind.BRANCH);

  @BeforeEach
  void branchWithEverythingItNeeds() {
    when(organizations.baseCommittee("B")).thenReturn(Optional.of(committee));
    when(organizations.children("B")).thenReturn(List.of());
    when(organizations.holders(Role.SECRETARY, "B")).thenReturn(List.of("s"));
    when(organizations.holders(Role.OFFICE, "C")).thenReturn(List.of("o"));
    when(organizations.holders(Role.PRINCIPAL, "C")).thenReturn(List.of("p"));
    when(roles.holdsAny(eq("o"), eq("B"), anyCollection())).thenReturn(true);
    members(3, 0, 0);
  }

  @Proves("B01")
  @Test
  void committeeOfTheBranchStartsItAndNobodyElse() {
    assertThat(start.check(branch, 2026, "o").allowed()).isTrue();
    assertThat(start.check(branch, 2026, null).allowed()).isTrue();
    assertThat(start.check(branch, 2026, "s").reason()).contains("由镇党委的书记或者办公室人员");
    assertThat(start.check(committee, 2026, "o").reason()).contains("以党支部为单位");
  }

  @Proves("E34")
  @Test
  void fewerThanThreeFormalMembersTakePartInAJointBranch() {
    members(2, 5, 5);
    assertThat(start.check(branch, 2026, "o").reason()).contains("正式党员不足3人").contains("联合党支部");
    members(3, 0, 0);
    assertThat(start.check(branch, 2026, "o").allowed()).isTrue();
  }

  @Test
  void stepWithoutAnybodyToDoItStopsTheStart() {
    when(organizations.holders(Role.SECRETARY, "B")).thenReturn(List.of());
    assertThat(start.check(branch, 2026, "o").reason()).contains("村党支部没有登记党支部书记");
    when(organizations.holders(Role.SECRETARY, "B")).thenReturn(List.of("s"));
    when(organizations.holders(Role.PRINCIPAL, "C")).thenReturn(List.of());
    assertThat(start.check(branch, 2026, "o").reason()).contains("镇党委没有登记书记");
  }

  private void members(int formal, int probationary, int guests) {
    when(people.membersOf("B"))
        .thenReturn(
            Stream.of(
                    some(formal, MembershipStatus.FORMAL, Mobility.NONE),
                    some(probationary, MembershipStatus.PROBATIONARY, Mobility.NONE),
                    some(guests, MembershipStatus.FORMAL, Mobility.GUEST))
                .flatMap(s -> s)
                .toList());
  }

  private static Stream<Person> some(int number, MembershipStatus status, Mobility mobility) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                new Person(
                    "p" + i,
                    "党员" + i,
                    null,
                    null,
                    null,
                    new Membership(
                        status,
                        "B",
                        Relation.HELD,
                        null,
                        true,
                        mobility,
                        Sanction.NONE,
                        null,
                        Circumstance.NONE,
                        false),
                    null));
  }

  private static Organization unit(String code, String name, OrganizationKind kind) {
    return new Organization(
        code,
        name,
        kind,
        OrganizationLevel.GRASSROOTS,
        null,
        "C",
        "/" + code + "/",
        1,
        true,
        UnitType.OTHER);
  }
}
