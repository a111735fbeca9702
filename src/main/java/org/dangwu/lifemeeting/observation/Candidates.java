package org.dangwu.lifemeeting.observation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.lifemeeting.observation.Candidate.Sender;
import org.dangwu.organization.LeadingMember;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;

/**
 * Whom a superior may send to the meetings below: its leaders, its organisation department, its
 * discipline commission (A15 to A17). Nobody observes a body that he belongs to.
 */
@Component
class Candidates {

  private static final List<Role> OF_A_DEPARTMENT =
      List.of(Role.PRINCIPAL, Role.HEAD, Role.DEPUTY, Role.MEMBER, Role.STAFF);

  private final Organizations organizations;
  private final People people;

  Candidates(Organizations organizations, People people) {
    this.organizations = organizations;
    this.people = people;
  }

  /** All whom the superior of this body may send to it, leaders first. */
  List<Candidate> forBody(String body) {
    Map<String, Set<Sender>> found = new LinkedHashMap<>();
    organizations
        .superior(body)
        .ifPresent(superior -> leaders(superior).forEach(id -> add(found, id, Sender.LEADERS)));
    organizations
        .superiorOrganizationDepartment(body)
        .ifPresent(office -> staff(office).forEach(id -> add(found, id, Sender.ORGANIZATION)));
    organizations
        .superiorDisciplineCommission(body)
        .ifPresent(office -> staff(office).forEach(id -> add(found, id, Sender.DISCIPLINE)));
    leaders(organizations.get(body)).forEach(found::remove);
    Map<String, String> names = people.names(found.keySet());
    return found.entrySet().stream()
        .map(
            entry ->
                new Candidate(
                    entry.getKey(),
                    names.get(entry.getKey()),
                    titles(entry.getKey()),
                    entry.getValue()))
        .toList();
  }

  /**
   * Those of the superior who attend by lot: its leaders and the heads of its organisation
   * department and its discipline commission (A17).
   */
  List<Candidate> attendants(String body) {
    Set<String> heads =
        Stream.concat(
                organizations.superiorOrganizationDepartment(body).stream(),
                organizations.superiorDisciplineCommission(body).stream())
            .flatMap(office -> heads(office).stream())
            .collect(Collectors.toSet());
    return forBody(body).stream()
        .filter(
            candidate ->
                candidate.senders().contains(Sender.LEADERS)
                    || heads.contains(candidate.personId()))
        .toList();
  }

  private Set<String> heads(Organization office) {
    Set<String> heads = new HashSet<>(organizations.holders(Role.HEAD, office.code()));
    heads.addAll(leaders(office));
    return heads;
  }

  private List<String> leaders(Organization organization) {
    return organizations.leadingBody(organization.code()).stream()
        .map(LeadingMember::personId)
        .toList();
  }

  private Stream<String> staff(Organization office) {
    return OF_A_DEPARTMENT.stream()
        .flatMap(role -> organizations.holders(role, office.code()).stream());
  }

  private static void add(Map<String, Set<Sender>> found, String id, Sender sender) {
    found.computeIfAbsent(id, unknown -> EnumSet.noneOf(Sender.class)).add(sender);
  }

  private String titles(String id) {
    List<String> titles = new ArrayList<>();
    for (Position position : organizations.positionsOf(id)) {
      // A leader's title already says of what he is a leader.
      boolean complete = position.role().isInLeadingBody() && !position.title().isEmpty();
      String office = organizations.get(position.organization()).name().replace("中共", "");
      titles.add(complete ? position.title() : office + position.title());
    }
    return titles.stream().distinct().collect(Collectors.joining("，"));
  }
}
