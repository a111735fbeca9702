package org.dangwu.supervision;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;

/**
 * Where a person stands today: his organisations in tree order and the roles of his positions, read
 * once for a page.
 */
record Standing(List<Organization> organizations, Map<String, Set<Role>> roles) {

  static Standing of(String userId, Organizations organizations) {
    return new Standing(
        organizations.organizationsOf(userId),
        organizations.positionsOf(userId).stream()
            .collect(
                Collectors.groupingBy(
                    Position::organization,
                    Collectors.mapping(Position::role, Collectors.toSet()))));
  }

  /** Organisations in which a position of such a role is held. */
  Stream<Organization> where(Predicate<Role> role) {
    return organizations.stream()
        .filter(o -> roles.getOrDefault(o.code(), Set.of()).stream().anyMatch(role));
  }
}
