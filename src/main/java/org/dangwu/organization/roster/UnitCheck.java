package org.dangwu.organization.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.UnitType;
import org.dangwu.organization.roster.RosterRows.UnitRow;

/** Checks that the organisations form one sound tree, and works out paths and tenants. */
final class UnitCheck {

  private static final int DEEPEST = 12;

  private final Map<String, Organization> present;
  private final List<UnitRow> rows;
  private final Set<String> broken;
  private final Findings findings;
  private final RosterPlan plan;

  /** Rows that count, by code. */
  private final Map<String, UnitRow> wanted = new LinkedHashMap<>();

  /** Everything active after the import; paths and tenants are those of before. */
  private final Map<String, Organization> units = new LinkedHashMap<>();

  UnitCheck(
      Map<String, Organization> present, RosterRows rows, Findings findings, RosterPlan plan) {
    this.present = present;
    this.rows = rows.units;
    this.broken = rows.brokenUnits;
    this.findings = findings;
    this.plan = plan;
  }

  /** The resulting tree; when an error was found its paths and tenants are not to be used. */
  Map<String, Organization> run() {
    collect();
    int before = findings.errors();
    checkSuperiors();
    checkCycles();
    checkDepartments();
    checkTop();
    if (findings.errors() > before) {
      return units;
    }
    return place();
  }

  private void collect() {
    Map<String, String> spelling = new HashMap<>();
    present.keySet().forEach(code -> spelling.put(code.toLowerCase(Locale.ROOT), code));
    present.values().stream()
        .filter(Organization::active)
        .forEach(unit -> units.put(unit.code(), unit));
    for (UnitRow row : rows) {
      String folded = row.code().toLowerCase(Locale.ROOT);
      String known = spelling.putIfAbsent(folded, row.code());
      if (known != null && !known.equals(row.code())) {
        error(row, "组织编码", "organization-other-case", row.code(), known);
      } else if (row.dissolved()) {
        dissolve(row);
      } else {
        wanted.put(row.code(), row);
        units.put(
            row.code(),
            new Organization(
                row.code(),
                row.name(),
                row.kind(),
                row.level(),
                row.superior(),
                "",
                "",
                row.sortOrder(),
                true,
                unitType(row)));
      }
    }
  }

  /** A workbook without the column leaves it as it was. */
  private UnitType unitType(UnitRow row) {
    if (row.unitType() != null) {
      return row.unitType();
    }
    Organization before = present.get(row.code());
    return before == null ? UnitType.OTHER : before.unitType();
  }

  private void dissolve(UnitRow row) {
    Organization unit = units.remove(row.code());
    if (unit == null) {
      error(row, "变动", "dissolved-unknown", row.code());
      return;
    }
    plan.unitsDissolved.add(
        new Organization(
            unit.code(),
            unit.name(),
            unit.kind(),
            unit.level(),
            unit.superiorCode(),
            unit.tenant(),
            unit.path(),
            unit.sortOrder(),
            false,
            unit.unitType()));
    findings.note(RosterSheet.ORGANIZATIONS, row.row(), "变动", "organization-ends", unit.name());
  }

  private void checkSuperiors() {
    for (UnitRow row : wanted.values()) {
      if (row.superior() == null) {
        continue;
      }
      Organization superior = units.get(row.superior());
      if (superior == null && broken.contains(row.superior())) {
        continue;
      }
      if (superior == null) {
        error(row, "上级组织编码", "superior-unknown", row.superior());
      } else if (!mayStandBelow(row.kind(), superior.kind())) {
        error(row, "上级组织编码", "superior-of-wrong-kind", row.kind().label(), superior.kind().label());
      } else if (row.level().compareTo(superior.level()) < 0) {
        error(row, "层级", "level-above-superior", superior.name(), superior.level().label());
      }
    }
    for (Organization gone : plan.unitsDissolved) {
      units.values().stream()
          .filter(unit -> gone.code().equals(unit.superiorCode()))
          .filter(unit -> !wanted.containsKey(unit.code()))
          .findFirst()
          .ifPresent(
              unit ->
                  rows.stream()
                      .filter(row -> row.code().equals(gone.code()))
                      .findFirst()
                      .ifPresent(
                          row ->
                              error(row, "变动", "dissolved-has-below", gone.name(), unit.name())));
    }
  }

  private static boolean mayStandBelow(OrganizationKind below, OrganizationKind above) {
    return switch (above) {
      case COMMITTEE, AGENCY_COMMITTEE, PARTY_GROUP, DISCIPLINE_COMMISSION ->
          below != OrganizationKind.MEMBER_GROUP;
      case GENERAL_BRANCH -> below == OrganizationKind.BRANCH;
      case BRANCH -> below == OrganizationKind.MEMBER_GROUP;
      case ORGANIZATION_DEPARTMENT, DEPARTMENT ->
          below == OrganizationKind.DEPARTMENT || below == OrganizationKind.BRANCH;
      case MEMBER_GROUP -> false;
    };
  }

  private void checkCycles() {
    Set<String> reported = new HashSet<>();
    for (UnitRow row : wanted.values()) {
      List<String> way = new ArrayList<>();
      String code = row.code();
      while (code != null && units.containsKey(code) && !way.contains(code)) {
        way.add(code);
        code = units.get(code).superiorCode();
      }
      if (code != null && code.equals(row.code()) && reported.add(row.code())) {
        way.add(code);
        error(row, "上级组织编码", "cycle", String.join(" → ", way));
      } else if (way.size() > DEEPEST) {
        error(row, "上级组织编码", "too-deep", DEEPEST);
      }
    }
  }

  /** A superior has one organisation department and one discipline commission, or none. */
  private void checkDepartments() {
    Map<String, Organization> first = new HashMap<>();
    units.values().stream()
        .sorted(
            Comparator.comparing(
                unit -> wanted.containsKey(unit.code()) ? wanted.get(unit.code()).row() : 0))
        .filter(
            unit ->
                unit.superiorCode() != null
                    && (unit.kind() == OrganizationKind.ORGANIZATION_DEPARTMENT
                        || unit.kind() == OrganizationKind.DISCIPLINE_COMMISSION))
        .forEach(
            unit -> {
              Organization other = first.putIfAbsent(unit.superiorCode() + unit.kind(), unit);
              UnitRow row = wanted.get(unit.code());
              if (other != null && row != null) {
                error(row, "组织类别", "department-twice", unit.kind().label(), other.name());
              }
            });
  }

  private void checkTop() {
    List<Organization> tops =
        units.values().stream().filter(unit -> unit.superiorCode() == null).toList();
    if (tops.size() > 1) {
      tops.stream()
          .map(unit -> wanted.get(unit.code()))
          .filter(row -> row != null)
          .filter(row -> !row.code().equals(tops.get(0).code()))
          .forEach(row -> error(row, "上级组织编码", "second-top", tops.get(0).name()));
    }
    tops.stream()
        .map(unit -> wanted.get(unit.code()))
        .filter(row -> row != null && !row.kind().isTenant())
        .forEach(row -> error(row, "组织类别", "top-of-wrong-kind"));
  }

  private Map<String, Organization> place() {
    Map<String, Organization> placed = new LinkedHashMap<>();
    Map<String, List<Organization>> below = new HashMap<>();
    List<Organization> waiting = new ArrayList<>();
    for (Organization unit : units.values()) {
      if (unit.superiorCode() == null) {
        waiting.add(unit);
      } else {
        below.computeIfAbsent(unit.superiorCode(), code -> new ArrayList<>()).add(unit);
      }
    }
    while (!waiting.isEmpty()) {
      Organization unit = waiting.remove(waiting.size() - 1);
      Organization superior = placed.get(unit.superiorCode());
      Organization result =
          new Organization(
              unit.code(),
              unit.name(),
              unit.kind(),
              unit.level(),
              unit.superiorCode(),
              unit.kind().isTenant() || superior == null ? unit.code() : superior.tenant(),
              (superior == null ? "/" : superior.path()) + unit.code() + "/",
              unit.sortOrder(),
              true,
              unit.unitType());
      placed.put(result.code(), result);
      plan(result);
      waiting.addAll(below.getOrDefault(result.code(), List.of()));
    }
    return placed;
  }

  private void plan(Organization result) {
    Organization before = present.get(result.code());
    if (before == null) {
      plan.unitsAdded.add(result);
    } else if (!before.equals(result)) {
      (wanted.containsKey(result.code()) ? plan.unitsChanged : plan.unitsCarried).add(result);
    }
  }

  private void error(UnitRow row, String column, String key, Object... arguments) {
    findings.error(RosterSheet.ORGANIZATIONS, row.row(), column, key, arguments);
  }
}
