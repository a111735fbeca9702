package org.dangwu.archive.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.archive.register.PackageEntry;
import org.dangwu.archive.register.Register;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;

/**
 * Who may see and take out packages. The register is open to the archivists and the office of the
 * body and to the archivists of every superior. A package holds talks, opinions and criticism,
 * which neither the office nor a superior may read as a whole: only the body's own archivist, who
 * answers for it, takes it out. A branch has none; the archivist of its grass-roots committee keeps
 * its packages.
 */
@Component
class ArchiveAccess {

  private final Organizations organizations;
  private final Register register;

  ArchiveAccess(Organizations organizations, Register register) {
    this.organizations = organizations;
    this.register = register;
  }

  /** Whether the person has to do with the archive at all. */
  boolean isConcerned(String userId) {
    return !archivistOf(userId).isEmpty() || !officeOf(userId).isEmpty();
  }

  boolean maySee(String userId, PackageEntry entry) {
    return visible(userId, List.of(entry.organization())).contains(entry.organization());
  }

  boolean mayTakeOut(String userId, PackageEntry entry) {
    return archivistOf(userId).contains(keeper(entry.organization()));
  }

  /** Organisations whose packages the person may see, among those that have any. */
  List<String> visibleOrganizations(String userId) {
    return visible(userId, register.organizations());
  }

  private List<String> visible(String userId, List<String> codes) {
    Set<String> archivist = archivistOf(userId);
    Set<String> office = officeOf(userId);
    if (archivist.isEmpty() && office.isEmpty()) {
      return List.of();
    }
    Map<String, Organization> active =
        codes.size() < 2
            ? Map.of()
            : organizations.all().stream()
                .collect(Collectors.toMap(Organization::code, Function.identity()));
    return codes.stream()
        .filter(
            code ->
                office.contains(code) || archivist.contains(code) || below(code, active, archivist))
        .toList();
  }

  // Dissolved organisations are not among the active ones, but their archive goes on.
  private boolean below(String code, Map<String, Organization> active, Set<String> archivist) {
    Organization found = active.get(code);
    return Stream.ofNullable(found)
        .findFirst()
        .or(() -> organizations.find(code))
        .filter(organization -> archivist.stream().anyMatch(organization::isWithin))
        .isPresent();
  }

  private String keeper(String organization) {
    return organizations.baseCommittee(organization).map(Organization::code).orElse(organization);
  }

  private Set<String> archivistOf(String userId) {
    return codesWhere(userId, Role.ARCHIVIST);
  }

  private Set<String> officeOf(String userId) {
    return codesWhere(userId, Role.OFFICE);
  }

  private Set<String> codesWhere(String userId, Role role) {
    return organizations.organizationsWhere(userId, role).stream()
        .map(Organization::code)
        .collect(Collectors.toSet());
  }
}
