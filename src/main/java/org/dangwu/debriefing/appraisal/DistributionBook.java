package org.dangwu.debriefing.appraisal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.dangwu.debriefing.appraisal.Distribution.Share;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how the grades stood each time they were put forward (C15, E27); nothing is changed. */
@Component("debriefDistributionBook")
class DistributionBook {

  /** Whose grades were looked at. */
  enum Stage {
    OPINIONS,
    STUDY
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  DistributionBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  void add(String caseId, Stage stage, Share share, String user) {
    int number =
        1
            + jdbc.sql("select count(*) from debriefing_distribution where case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    jdbc.sql(
            "insert into debriefing_distribution (case_id, check_number, stage, total, good,"
                + " max_good_percent, status, most, note, table_version, checked_by, checked_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(caseId)
        .param(number)
        .param(stage.name())
        .param(share.total())
        .param(share.good())
        .param(share.percent())
        .param(share.status())
        .param(share.most())
        .param(share.note())
        .param(share.version())
        .param(user)
        .param(OffsetDateTime.now(clock))
        .update();
  }

  /** How the grades stood last. */
  Optional<Share> latest(String caseId) {
    return jdbc.sql(
            "select * from debriefing_distribution where case_id = ? order by check_number desc"
                + " fetch first 1 rows only")
        .param(caseId)
        .query(
            (row, n) ->
                new Share(
                    row.getInt("total"),
                    row.getInt("good"),
                    row.getInt("max_good_percent"),
                    row.getString("status"),
                    row.getInt("most"),
                    row.getString("note"),
                    row.getInt("table_version")))
        .optional();
  }
}
