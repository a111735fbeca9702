package org.dangwu.procedure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;

/**
 * Roles as rules and models name them, seen from the organisation that a run is about: {@code
 * principal}, {@code office}, {@code superiorOrganization} and so on. Read from the positions a
 * person holds today, never from the list of party members.
 */
@Component
public class CaseRoles {

  /** Any member of the leading body, the principal included. */
  public static final String MEMBER = "member";

  /** Staff and head of the organisation department that works for the organisation itself. */
  public static final String ORGANIZATION_DEPARTMENT = "organizationDepartment";

  /** Staff and head of the discipline commission that works for the organisation itself. */
  public static final String DISCIPLINE_COMMISSION = "disciplineCommission";

  /** Staff and head of the organisation department of the nearest superior (上级组织部门). */
  public static final String SUPERIOR_ORGANIZATION = "superiorOrganization";

  /** Staff and head of the discipline commission of the nearest superior (上级纪检机关). */
  public static final String SUPERIOR_DISCIPLINE = "superiorDiscipline";

  /** Secretary and committee members of a branch (支委会). */
  public static final String BRANCH_COMMITTEE = "branchCommittee";

  /** Office of the grass-roots committee that the branch belongs to (基层党委组织委员、组织干事). */
  public static final String BASE_OFFICE = "baseOffice";

  /** Secretary of the grass-roots committee that the branch belongs to (基层党委书记). */
  public static final String BASE_SECRETARY = "baseSecretary";

  /**
   * Who organises what a committee does for those below it: its organisation department, else its
   * office (组织部门).
   */
  public static final String ORGANIZERS = "organizers";

  /** Principal or secretary of a committee, whichever of both it has. */
  public static final String COMMITTEE_SECRETARY = "committeeSecretary";

  private static final String SUPERIOR = "superior";
  private static final Set<Role> DEPARTMENT = Set.of(Role.STAFF, Role.HEAD);

  private final Organizations organizations;

  CaseRoles(Organizations organizations) {
    this.organizations = organizations;
  }

  /** Whether a model or rule may name this role. */
  public static boolean isKnown(String role) {
    return Set.of(
                ORGANIZATION_DEPARTMENT,
                DISCIPLINE_COMMISSION,
                SUPERIOR_ORGANIZATION,
                SUPERIOR_DISCIPLINE,
                BRANCH_COMMITTEE,
                BASE_OFFICE,
                BASE_SECRETARY,
                ORGANIZERS,
                COMMITTEE_SECRETARY)
            .contains(role)
        || Role.ofId(role).isPresent()
        || ofSuperior(role).isPresent();
  }

  /** Whether the person holds one of these roles today. */
  public boolean holdsAny(String userId, String organization, Collection<String> roles) {
    if (roles.isEmpty()) {
      return false;
    }
    List<Position> positions = organizations.positionsOf(userId);
    return !positions.isEmpty()
        && roles.stream().anyMatch(role -> holds(positions, organization, role));
  }

  /** The organisations for whose organisation department the person works today. */
  public List<Organization> servedByOrganizationDepartment(String userId) {
    return organizations.positionsOf(userId).stream()
        .filter(position -> DEPARTMENT.contains(position.role()))
        .map(position -> organizations.get(position.organization()))
        .filter(office -> office.kind() == OrganizationKind.ORGANIZATION_DEPARTMENT)
        .flatMap(department -> organizations.superior(department.code()).stream())
        .collect(
            Collectors.collectingAndThen(
                Collectors.toMap(
                    Organization::code,
                    organization -> organization,
                    (one, same) -> one,
                    java.util.LinkedHashMap::new),
                found -> List.copyOf(found.values())));
  }

  /** The organisation department of the organisation itself. */
  public Optional<Organization> organizationDepartment(String organization) {
    return office(organization, OrganizationKind.ORGANIZATION_DEPARTMENT);
  }

  /** The discipline commission of the organisation itself. */
  public Optional<Organization> disciplineCommission(String organization) {
    return office(organization, OrganizationKind.DISCIPLINE_COMMISSION);
  }

  private boolean holds(List<Position> positions, String organization, String role) {
    return switch (role) {
      case MEMBER ->
          positions.stream()
              .anyMatch(p -> p.organization().equals(organization) && p.role().isInLeadingBody());
      case ORGANIZATION_DEPARTMENT -> worksIn(positions, organizationDepartment(organization));
      case DISCIPLINE_COMMISSION -> worksIn(positions, disciplineCommission(organization));
      case SUPERIOR_ORGANIZATION ->
          worksIn(positions, organizations.superiorOrganizationDepartment(organization));
      case SUPERIOR_DISCIPLINE ->
          worksIn(positions, organizations.superiorDisciplineCommission(organization));
      case BRANCH_COMMITTEE -> has(positions, organization, Set.of(Role.SECRETARY, Role.COMMITTEE));
      case BASE_OFFICE -> inBase(positions, organization, Set.of(Role.OFFICE));
      case BASE_SECRETARY ->
          inBase(positions, organization, Set.of(Role.SECRETARY, Role.PRINCIPAL));
      case ORGANIZERS ->
          organizations
              .organizers(organization)
              .map(department -> has(positions, department.code(), DEPARTMENT))
              .orElseGet(() -> has(positions, organization, Set.of(Role.OFFICE)));
      case COMMITTEE_SECRETARY ->
          has(positions, organization, Set.of(Role.PRINCIPAL, Role.SECRETARY));
      default ->
          Role.ofId(role)
              .map(own -> has(positions, organization, Set.of(own)))
              .or(
                  () ->
                      ofSuperior(role)
                          .map(
                              above ->
                                  organizations
                                      .superior(organization)
                                      .filter(s -> has(positions, s.code(), Set.of(above)))
                                      .isPresent()))
              .orElse(false);
    };
  }

  private boolean inBase(List<Position> positions, String organization, Set<Role> roles) {
    return organizations
        .baseCommittee(organization)
        .filter(committee -> has(positions, committee.code(), roles))
        .isPresent();
  }

  private Optional<Organization> office(String organization, OrganizationKind kind) {
    return organizations.children(organization).stream()
        .filter(child -> child.kind() == kind)
        .findFirst();
  }

  private static boolean worksIn(List<Position> positions, Optional<Organization> office) {
    return office.filter(found -> has(positions, found.code(), DEPARTMENT)).isPresent();
  }

  private static boolean has(List<Position> positions, String organization, Set<Role> roles) {
    return positions.stream()
        .anyMatch(p -> p.organization().equals(organization) && roles.contains(p.role()));
  }

  private static Optional<Role> ofSuperior(String role) {
    return role.startsWith(SUPERIOR)
        ? Role.ofId(role.substring(SUPERIOR.length()).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
