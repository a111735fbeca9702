package org.dangwu.organization.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dangwu.organization.Circumstance;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Mobility;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.OrganizationLevel;
import org.dangwu.organization.Relation;
import org.dangwu.organization.Role;
import org.dangwu.organization.Sanction;
import org.dangwu.organization.UnitType;

/** The rows of a workbook that could be read, each complete in itself. */
final class RosterRows {

  final List<UnitRow> units = new ArrayList<>();
  final List<PersonRow> people = new ArrayList<>();
  final List<PositionRow> positions = new ArrayList<>();

  /** Codes and numbers of rows with mistakes: what points to them is not unknown. */
  final Set<String> brokenUnits = new HashSet<>();

  final Set<String> brokenPeople = new HashSet<>();

  int size() {
    return units.size() + people.size() + positions.size();
  }

  /**
   * One organisation.
   *
   * @param unitType {@code null} when the workbook has no such column
   */
  record UnitRow(
      int row,
      String code,
      String name,
      OrganizationKind kind,
      OrganizationLevel level,
      String superior,
      int sortOrder,
      boolean dissolved,
      UnitType unitType) {}

  record PersonRow(
      int row,
      String id,
      String name,
      String gender,
      MembershipStatus status,
      String organization,
      Relation relation,
      LocalDate joinedOn,
      Boolean voting,
      Mobility mobility,
      Sanction sanction,
      LocalDate sanctionUntil,
      Circumstance circumstance,
      boolean investigated,
      String email,
      String phone,
      String leaving,
      LocalDate leavingOn) {}

  record PositionRow(
      int row,
      String personId,
      String personName,
      String organization,
      Role role,
      String title,
      int rank,
      LocalDate from,
      LocalDate to,
      boolean ended) {}
}
