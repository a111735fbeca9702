package org.dangwu.organization.roster;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.organization.Circumstance;
import org.dangwu.organization.Membership;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Mobility;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.OrganizationLevel;
import org.dangwu.organization.Person;
import org.dangwu.organization.Position;
import org.dangwu.organization.Relation;
import org.dangwu.organization.Role;
import org.dangwu.organization.Sanction;
import org.dangwu.organization.UnitType;
import org.springframework.jdbc.core.JdbcTemplate;

/** The roster as it stands in the database, read in one go for a check. */
final class RosterState {

  final Map<String, Organization> units = new LinkedHashMap<>();
  final Map<String, Person> people = new HashMap<>();
  final List<StoredPosition> positions = new ArrayList<>();

  record StoredPosition(String id, Position position) {}

  static RosterState read(JdbcTemplate jdbc) {
    RosterState state = new RosterState();
    jdbc.query(
        "select code, name, kind, level, superior, tenant, path, sort_order, active,"
            + " unit_type from organization_unit order by path",
        row -> {
          Organization unit =
              new Organization(
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
          state.units.put(unit.code(), unit);
        });
    jdbc.query(
        "select id, name, gender, email, phone, member_status, organization, relation, joined_on,"
            + " voting_right, mobility, sanction, sanction_until, circumstance, investigated,"
            + " left_on from organization_person",
        row -> {
          Person person =
              new Person(
                  row.getString("id"),
                  row.getString("name"),
                  row.getString("gender"),
                  row.getString("email"),
                  row.getString("phone"),
                  new Membership(
                      MembershipStatus.valueOf(row.getString("member_status")),
                      row.getString("organization"),
                      Relation.valueOf(row.getString("relation")),
                      day(row.getDate("joined_on")),
                      row.getBoolean("voting_right"),
                      Mobility.valueOf(row.getString("mobility")),
                      Sanction.valueOf(row.getString("sanction")),
                      day(row.getDate("sanction_until")),
                      Circumstance.valueOf(row.getString("circumstance")),
                      row.getBoolean("investigated")),
                  day(row.getDate("left_on")));
          state.people.put(person.id(), person);
        });
    jdbc.query(
        "select id, person_id, organization, role, title, position_rank, term_from, term_to from"
            + " organization_position",
        row -> {
          state.positions.add(
              new StoredPosition(
                  row.getString("id"),
                  new Position(
                      row.getString("person_id"),
                      row.getString("organization"),
                      Role.valueOf(row.getString("role")),
                      row.getString("title"),
                      row.getInt("position_rank"),
                      day(row.getDate("term_from")),
                      day(row.getDate("term_to")))));
        });
    return state;
  }

  private static LocalDate day(Date value) {
    return value == null ? null : value.toLocalDate();
  }
}
