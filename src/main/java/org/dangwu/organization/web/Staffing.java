package org.dangwu.organization.web;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dangwu.organization.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posts of an organisation with the names of those who hold them today. */
@Component
class Staffing {

  private final JdbcClient jdbc;
  private final Clock clock;

  Staffing(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One post.
   *
   * @param to last day of the term, {@code null} while open
   */
  record Post(
      String personId, String name, Role role, String title, LocalDate from, LocalDate to) {}

  List<Post> posts(String organization) {
    return jdbc.sql(
            "select h.person_id, p.name, h.role, h.title, h.term_from, h.term_to from"
                + " organization_position h join organization_person p on p.id = h.person_id"
                + " where h.organization = :organization and p.left_on is null and h.term_from <="
                + " :today and (h.term_to is null or h.term_to >= :today) order by"
                + " h.position_rank, h.person_id")
        .param("organization", organization)
        .param("today", LocalDate.now(clock))
        .query(
            (row, number) -> {
              Date to = row.getDate("term_to");
              return new Post(
                  row.getString("person_id"),
                  row.getString("name"),
                  Role.valueOf(row.getString("role")),
                  row.getString("title"),
                  row.getDate("term_from").toLocalDate(),
                  to == null ? null : to.toLocalDate());
            })
        .list();
  }
}
