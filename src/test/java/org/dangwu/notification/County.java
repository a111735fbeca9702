package org.dangwu.notification;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A county committee with organisation department and discipline commission, and one bureau below
 * it. Every call builds another one, so that tests do not see each other's messages.
 */
final class County {

  private final JdbcClient jdbc;
  private final String prefix;
  final String committee;
  final String department;
  final String commission;
  final String bureau;
  final String caseId = UUID.randomUUID().toString();

  County(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.prefix = "n" + UUID.randomUUID().toString().substring(0, 8);
    this.committee = unit("A", "云岭县委", OrganizationKind.COMMITTEE, null);
    this.department = unit("B", "县委组织部", OrganizationKind.ORGANIZATION_DEPARTMENT, committee);
    this.commission = unit("C", "县纪委", OrganizationKind.DISCIPLINE_COMMISSION, committee);
    this.bureau = unit("D", "县水务局党组", OrganizationKind.PARTY_GROUP, committee);
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_by, started_at, state)"
                + " values (?, 'LIFE_MEETING', ?, '县水务局党组', 2026, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(
            caseId,
            bureau,
            "LM-2026-" + bureau,
            "LM-2026-" + bureau,
            caseId,
            person("starter"),
            Timestamp.from(Instant.parse("2026-10-01T01:00:00Z")))
        .update();
  }

  /** User id of a person of this county. */
  String person(String name) {
    return prefix + name;
  }

  /** A person with a mail address who holds the role today. */
  String appoint(String name, Role role, String organization) {
    return appoint(name, role, organization, person(name) + "@example.org");
  }

  String appoint(String name, Role role, String organization, String email) {
    String id = person(name);
    if (jdbc.sql("select count(*) from organization_person where id = ?")
            .param(id)
            .query(Integer.class)
            .single()
        == 0) {
      jdbc.sql(
              "insert into organization_person (id, name, email, phone, member_status,"
                  + " organization, relation, voting_right, mobility, sanction, circumstance,"
                  + " investigated) values (?, '张三', ?, '13800000000', 'FORMAL', ?, 'HELD', true,"
                  + " 'NONE', 'NONE', 'NONE', false)")
          .params(id, email, organization)
          .update();
    }
    jdbc.sql(
            "insert into organization_position (id, person_id, organization, role, title,"
                + " position_rank, term_from, granted) values (?, ?, ?, ?, '职务', 1, ?, true)")
        .params(
            UUID.randomUUID().toString(),
            id,
            organization,
            role.name(),
            Date.valueOf(LocalDate.of(2020, 1, 1)))
        .update();
    return id;
  }

  private String unit(String code, String name, OrganizationKind kind, String superior) {
    String own = prefix + code;
    String path = superior == null ? "/" + own + "/" : "/" + superior + "/" + own + "/";
    jdbc.sql(
            "insert into organization_unit (code, name, kind, level, superior, tenant, path,"
                + " sort_order, active) values (?, ?, ?, 'COUNTY', ?, ?, ?, 1, true)")
        .params(own, name, kind.name(), superior, superior == null ? own : superior, path)
        .update();
    return own;
  }
}
