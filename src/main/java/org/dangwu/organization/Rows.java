package org.dangwu.organization;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads the module's rows into its records. */
final class Rows {

  static final String UNIT =
      "u.code, u.name, u.kind, u.level, u.superior, u.tenant, u.path, u.sort_order, u.active,"
          + " u.unit_type";

  static final String PERSON =
      "p.id, p.name as person_name, p.gender, p.email, p.phone, p.member_status, p.organization as"
          + " relation_with, p.relation, p.joined_on, p.voting_right, p.mobility, p.sanction,"
          + " p.sanction_until, p.circumstance, p.investigated, p.left_on";

  static final String POSITION =
      "h.person_id, h.organization, h.role, h.title, h.position_rank, h.term_from, h.term_to";

  static final String IN_FORCE =
      "h.term_from <= :today and (h.term_to is null or h.term_to >= :today)";

  private Rows() {}

  static Organization organization(ResultSet row, int number) throws SQLException {
    return new Organization(
        row.getString("code"),
        row.getString("name"),
        OrganizationKind.valueOf(row.getString("kind")),
        OrganizationLevel.valueOf(row.getString("level")),
        row.getString("superior"),
        row.getString("tenant"),
        row.getString("path"),
        row.getInt("sort_order"),
        row.getBoolean("active"),
        UnitType.valueOf(row.getString("unit_type")));
  }

  static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        row.getString("id"),
        row.getString("person_name"),
        row.getString("gender"),
        row.getString("email"),
        row.getString("phone"),
        new Membership(
            MembershipStatus.valueOf(row.getString("member_status")),
            row.getString("relation_with"),
            Relation.valueOf(row.getString("relation")),
            day(row, "joined_on"),
            row.getBoolean("voting_right"),
            Mobility.valueOf(row.getString("mobility")),
            Sanction.valueOf(row.getString("sanction")),
            day(row, "sanction_until"),
            Circumstance.valueOf(row.getString("circumstance")),
            row.getBoolean("investigated")),
        day(row, "left_on"));
  }

  static Position position(ResultSet row, int number) throws SQLException {
    return new Position(
        row.getString("person_id"),
        row.getString("organization"),
        Role.valueOf(row.getString("role")),
        row.getString("title"),
        row.getInt("position_rank"),
        day(row, "term_from"),
        day(row, "term_to"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    Date value = row.getDate(column);
    return value == null ? null : value.toLocalDate();
  }
}
