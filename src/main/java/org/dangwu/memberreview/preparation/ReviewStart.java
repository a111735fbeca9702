package org.dangwu.memberreview.preparation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Mobility;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.StartCheck;
import org.dangwu.procedure.StartRule;
import org.springframework.stereotype.Component;

/**
 * Who starts the review of a branch (B01): its grass-roots committee, by a campaign or for one
 * branch; and whether the branch can hold it at all (E34).
 */
@Component
class ReviewStart implements StartRule {

  /** Fewer formal members make no branch of their own (E34). */
  private static final int FORMAL_MEMBERS_OF_A_BRANCH = 3;

  private static final List<String> STARTERS =
      List.of(CaseRoles.BASE_OFFICE, CaseRoles.BASE_SECRETARY);
  private static final Set<Role> STARTING_ROLES =
      Set.of(Role.OFFICE, Role.SECRETARY, Role.PRINCIPAL);

  /** What the committee sets for all its branches. */
  private static final Set<String> FACTS =
      Set.of(
          "yearCaseId",
          "leadersExcluded",
          "massesWay",
          "combined",
          "summaryDueDate",
          "assemblyDate",
          "reviewDueDate");

  private final Organizations organizations;
  private final People people;
  private final CaseRoles roles;

  ReviewStart(Organizations organizations, People people, CaseRoles roles) {
    this.organizations = organizations;
    this.people = people;
    this.roles = roles;
  }

  @Override
  public ProcedureKind kind() {
    return ProcedureKind.MEMBER_REVIEW;
  }

  @Override
  public StartCheck check(Organization branch, int year, String userId) {
    if (branch.kind() != OrganizationKind.BRANCH) {
      return StartCheck.no("民主评议党员以党支部为单位开展，“%s”不是党支部，请选择党支部。".formatted(branch.name()));
    }
    Optional<Organization> committee = organizations.baseCommittee(branch.code());
    if (committee.isEmpty()) {
      return StartCheck.no("名册中没有登记“%s”的基层党委，请先补全组织名册。".formatted(branch.name()));
    }
    if (userId != null && !roles.holdsAny(userId, branch.code(), STARTERS)) {
      return StartCheck.no(
          "民主评议党员由%s的书记或者办公室人员（组织委员、组织干事）启动，请联系上述人员。".formatted(committee.get().name()));
    }
    if (formalMembers(branch) < FORMAL_MEMBERS_OF_A_BRANCH) {
      return StartCheck.no(
          "%s的正式党员不足%d人，不单独开展民主评议，请编入联合党支部参加评议。"
              .formatted(branch.name(), FORMAL_MEMBERS_OF_A_BRANCH));
    }
    return missingHands(branch, committee.get()).map(StartCheck::no).orElseGet(StartCheck::yes);
  }

  @Override
  public List<Organization> offeredTo(String userId) {
    return organizations.positionsOf(userId).stream()
        .filter(position -> STARTING_ROLES.contains(position.role()))
        .map(Position::organization)
        .distinct()
        .filter(code -> organizations.get(code).kind() == OrganizationKind.COMMITTEE)
        .flatMap(code -> branches(code).stream())
        .toList();
  }

  @Override
  public Set<String> facts(Organization branch, String userId) {
    return FACTS;
  }

  @Override
  public String hint(Organization branch, int year) {
    return "党支部一般每年开展一次民主评议党员，可以结合组织生活会进行。";
  }

  private List<Organization> branches(String committee) {
    return organizations.below(committee).stream()
        .filter(below -> below.kind() == OrganizationKind.BRANCH)
        .filter(
            below ->
                organizations
                    .baseCommittee(below.code())
                    .filter(base -> base.code().equals(committee))
                    .isPresent())
        .toList();
  }

  private long formalMembers(Organization branch) {
    return Stream.concat(
            Stream.of(branch.code()),
            organizations.children(branch.code()).stream()
                .filter(child -> child.kind() == OrganizationKind.MEMBER_GROUP)
                .map(Organization::code))
        .flatMap(code -> people.membersOf(code).stream())
        .map(person -> person.membership())
        .filter(
            membership ->
                membership.status() == MembershipStatus.FORMAL
                    && membership.mobility() != Mobility.GUEST)
        .count();
  }

  /** Steps are addressed to roles; a role that nobody holds would let the run wait for ever. */
  private Optional<String> missingHands(Organization branch, Organization committee) {
    if (nobody(Role.SECRETARY, branch)) {
      return Optional.of(unheld("党支部书记", branch));
    }
    if (nobody(Role.OFFICE, committee)) {
      return Optional.of(unheld("办公室人员（组织委员、组织干事）", committee));
    }
    if (nobody(Role.SECRETARY, committee) && nobody(Role.PRINCIPAL, committee)) {
      return Optional.of(unheld("书记", committee));
    }
    return Optional.empty();
  }

  private boolean nobody(Role role, Organization organization) {
    return organizations.holders(role, organization.code()).isEmpty();
  }

  private static String unheld(String role, Organization organization) {
    return "%s没有登记%s，有关环节将无人办理，请先在组织名册中登记。".formatted(organization.name(), role);
  }
}
