package org.dangwu.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcOrganizations implements Organizations {

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcOrganizations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<Organization> find(String code) {
    return jdbc.sql("select " + Rows.UNIT + " from organization_unit u where u.code = :code")
        .param("code", code)
        .query(Rows::organization)
        .optional();
  }

  @Override
  public Organization get(String code) {
    return find(code)
        .orElseThrow(() -> new UnknownOrganization("名册中没有编码为“" + code + "”的组织，请核对组织编码。"));
  }

  @Override
  public List<Organization> all() {
    return inTreeOrder(
        jdbc.sql("select " + Rows.UNIT + " from organization_unit u where u.active = true")
            .query(Rows::organization)
            .list());
  }

  @Override
  public List<Organization> below(String code) {
    Organization top = get(code);
    return inTreeOrder(
        jdbc.sql(
                "select "
                    + Rows.UNIT
                    + " from organization_unit u where u.active = true and u.path like :path and"
                    + " u.code <> :code")
            .param("path", top.path() + "%")
            .param("code", code)
            .query(Rows::organization)
            .list());
  }

  @Override
  public List<Organization> children(String code) {
    return jdbc.sql(
            "select "
                + Rows.UNIT
                + " from organization_unit u where u.active = true and u.superior = :code order by"
                + " u.sort_order, u.code")
        .param("code", code)
        .query(Rows::organization)
        .list();
  }

  @Override
  public List<Organization> superiors(String code) {
    List<String> codes = codesAbove(get(code));
    if (codes.isEmpty()) {
      return List.of();
    }
    Map<String, Organization> found = new HashMap<>();
    jdbc.sql("select " + Rows.UNIT + " from organization_unit u where u.code in (:codes)")
        .param("codes", codes)
        .query(Rows::organization)
        .list()
        .forEach(organization -> found.put(organization.code(), organization));
    return codes.stream().map(found::get).toList();
  }

  @Override
  public Optional<Organization> superior(String code) {
    return get(code).superior().flatMap(this::find);
  }

  @Override
  public String tenantOf(String code) {
    return get(code).tenant();
  }

  @Override
  public Optional<Organization> superiorOrganizationDepartment(String code) {
    return ofNearestSuperior(code, OrganizationKind.ORGANIZATION_DEPARTMENT);
  }

  @Override
  public Optional<Organization> superiorDisciplineCommission(String code) {
    return ofNearestSuperior(code, OrganizationKind.DISCIPLINE_COMMISSION);
  }

  @Override
  public List<LeadingMember> leadingBody(String code) {
    // Nobody is counted twice: who is principal and member at once appears once, as principal.
    Map<String, LeadingMember> members = new java.util.LinkedHashMap<>();
    jdbc.sql(
            "select "
                + Rows.POSITION
                + ", p.name as person_name, p.voting_right from organization_position h join"
                + " organization_person p on p.id = h.person_id where h.organization = :code and"
                + " p.left_on is null and h.role in ('PRINCIPAL', 'DEPUTY', 'MEMBER') and "
                + Rows.IN_FORCE
                + " order by case when h.role = 'PRINCIPAL' then 0 else 1 end, h.position_rank,"
                + " h.person_id")
        .param("code", code)
        .param("today", today())
        .query(
            (row, number) -> {
              Position position = Rows.position(row, number);
              return new LeadingMember(
                  position.personId(),
                  row.getString("person_name"),
                  position.title(),
                  position.rank(),
                  position.role() == Role.PRINCIPAL,
                  row.getBoolean("voting_right"));
            })
        .list()
        .forEach(member -> members.putIfAbsent(member.personId(), member));
    return List.copyOf(members.values());
  }

  @Override
  public List<String> holders(Role role, String code) {
    if (role == Role.PARTY_MEMBER) {
      return jdbc.sql(
              "select id from organization_person where organization = :code and left_on is null"
                  + " and member_status <> 'NONE' order by id")
          .param("code", code)
          .query(String.class)
          .list();
    }
    return jdbc.sql(
            "select h.person_id from organization_position h join organization_person p on p.id ="
                + " h.person_id where h.organization = :code and h.role = :role and p.left_on is"
                + " null and "
                + Rows.IN_FORCE
                + " order by h.position_rank, h.person_id")
        .param("code", code)
        .param("role", role.name())
        .param("today", today())
        .query(String.class)
        .list();
  }

  @Override
  public List<Organization> organizationsOf(String userId) {
    return inTreeOrder(
        jdbc.sql(
                "select "
                    + Rows.UNIT
                    + " from organization_unit u where u.active = true and (u.code in (select"
                    + " h.organization from organization_position h join organization_person p on"
                    + " p.id = h.person_id where h.person_id = :user and p.left_on is null and "
                    + Rows.IN_FORCE
                    + ") or u.code in (select p.organization from organization_person p where p.id"
                    + " = :user and p.left_on is null))")
            .param("user", userId)
            .param("today", today())
            .query(Rows::organization)
            .list());
  }

  @Override
  public Set<Role> rolesOf(String userId, String code) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    positionsOf(userId).stream()
        .filter(position -> position.organization().equals(code))
        .forEach(position -> roles.add(position.role()));
    if (holders(Role.PARTY_MEMBER, code).contains(userId)) {
      roles.add(Role.PARTY_MEMBER);
    }
    return roles;
  }

  @Override
  public List<Organization> organizationsWhere(String userId, Role role) {
    Set<String> codes = new LinkedHashSet<>();
    for (Position position : positionsOf(userId)) {
      if (position.role() == role) {
        codes.add(position.organization());
      }
    }
    return organizationsOf(userId).stream()
        .filter(
            organization ->
                codes.contains(organization.code())
                    || (role == Role.PARTY_MEMBER
                        && holders(role, organization.code()).contains(userId)))
        .toList();
  }

  @Override
  public List<Position> positionsOf(String userId) {
    return jdbc.sql(
            "select "
                + Rows.POSITION
                + " from organization_position h join organization_person p on p.id = h.person_id"
                + " where h.person_id = :user and p.left_on is null and "
                + Rows.IN_FORCE
                + " order by h.organization, h.position_rank")
        .param("user", userId)
        .param("today", today())
        .query(Rows::position)
        .list();
  }

  private Optional<Organization> ofNearestSuperior(String code, OrganizationKind kind) {
    List<String> chain = codesAbove(get(code));
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Organization> bySuperior = new HashMap<>();
    jdbc.sql(
            "select "
                + Rows.UNIT
                + " from organization_unit u where u.active = true and u.kind = :kind and"
                + " u.superior in (:chain)")
        .param("kind", kind.name())
        .param("chain", chain)
        .query(Rows::organization)
        .list()
        .forEach(found -> bySuperior.put(found.superiorCode(), found));
    return chain.stream().filter(bySuperior::containsKey).map(bySuperior::get).findFirst();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Codes of the superiors, nearest first. */
  private static List<String> codesAbove(Organization organization) {
    List<String> codes =
        new ArrayList<>(
            Arrays.stream(organization.path().split("/")).filter(code -> !code.isEmpty()).toList());
    codes.remove(organization.code());
    java.util.Collections.reverse(codes);
    return codes;
  }

  private static List<Organization> inTreeOrder(List<Organization> organizations) {
    Map<String, Organization> byCode = new HashMap<>();
    organizations.forEach(organization -> byCode.put(organization.code(), organization));
    Map<String, List<Organization>> children = new HashMap<>();
    List<Organization> tops = new ArrayList<>();
    organizations.stream()
        .sorted(
            java.util.Comparator.comparingInt(Organization::sortOrder)
                .thenComparing(Organization::code))
        .forEach(
            organization -> {
              if (organization.superiorCode() != null
                  && byCode.containsKey(organization.superiorCode())) {
                children
                    .computeIfAbsent(organization.superiorCode(), code -> new ArrayList<>())
                    .add(organization);
              } else {
                tops.add(organization);
              }
            });
    List<Organization> ordered = new ArrayList<>(organizations.size());
    tops.forEach(top -> append(top, children, ordered));
    return List.copyOf(ordered);
  }

  private static void append(
      Organization organization,
      Map<String, List<Organization>> children,
      List<Organization> ordered) {
    ordered.add(organization);
    children
        .getOrDefault(organization.code(), List.of())
        .forEach(child -> append(child, children, ordered));
  }
}
