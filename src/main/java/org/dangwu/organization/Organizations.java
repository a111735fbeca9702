package org.dangwu.organization;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tree of organisations and who holds which role in it today. */
public interface Organizations {

  /** Also finds dissolved organisations. */
  Optional<Organization> find(String code);

  /**
   * @throws UnknownOrganization with a sentence for the user
   */
  Organization get(String code);

  /** All active organisations, superiors before those below, siblings in their order. */
  List<Organization> all();

  /** Active organisations below this one at any depth, without itself, in tree order. */
  List<Organization> below(String code);

  /** Active organisations whose superior is this one. */
  List<Organization> children(String code);

  /** The chain of superiors, nearest first. */
  List<Organization> superiors(String code);

  Optional<Organization> superior(String code);

  /** Code of the nearest party committee or party group, the organisation itself included. */
  String tenantOf(String code);

  /**
   * The grass-roots party committee (基层党委) that a branch belongs to: the nearest committee above
   * it, a general branch (党总支) between the two is passed over. A committee stands for itself; a
   * party group and an office have none.
   */
  default Optional<Organization> baseCommittee(String code) {
    Organization organization = get(code);
    return switch (organization.kind()) {
      case COMMITTEE -> Optional.of(organization);
      case BRANCH, GENERAL_BRANCH, MEMBER_GROUP ->
          superiors(code).stream()
              .filter(above -> above.kind() == OrganizationKind.COMMITTEE)
              .findFirst();
      default -> Optional.empty();
    };
  }

  /**
   * The organisation's own organisation department (本级组织部门), when somebody works in it; empty where
   * the office of the organisation does its work.
   */
  default Optional<Organization> organizers(String code) {
    return children(code).stream()
        .filter(child -> child.kind() == OrganizationKind.ORGANIZATION_DEPARTMENT)
        .filter(
            child ->
                !holders(Role.STAFF, child.code()).isEmpty()
                    || !holders(Role.HEAD, child.code()).isEmpty())
        .findFirst();
  }

  /** The organisation department (组织部) of the nearest superior that has one. */
  Optional<Organization> superiorOrganizationDepartment(String code);

  /** The discipline commission (纪委) of the nearest superior that has one. */
  Optional<Organization> superiorDisciplineCommission(String code);

  /** Current members of the leading body, the principal first, then by rank. */
  List<LeadingMember> leadingBody(String code);

  /** User ids of those who hold the role in the organisation today, by rank. */
  List<String> holders(Role role, String code);

  /** Organisations in which the person holds a position today or which keep his relation. */
  List<Organization> organizationsOf(String userId);

  /** Roles that the person has in the organisation today, {@link Role#PARTY_MEMBER} included. */
  Set<Role> rolesOf(String userId, String code);

  /** Organisations in which the person holds the role today. */
  List<Organization> organizationsWhere(String userId, Role role);

  /** Positions held today. */
  List<Position> positionsOf(String userId);
}
