package org.dangwu.lifemeeting.observation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was sent to a body by lot (A17). */
@Component
class Draws {

  private final JdbcClient jdbc;

  Draws(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean isSentTo(String userId, String organization, int year) {
    return jdbc.sql(
                "select count(*) from lifemeeting_draw_seat s"
                    + " join lifemeeting_draw d on d.case_id = s.case_id"
                    + " where s.person_id = ? and s.organization = ? and d.draw_year = ?")
            .params(userId, organization, year)
            .query(Integer.class)
            .single()
        > 0;
  }
}
