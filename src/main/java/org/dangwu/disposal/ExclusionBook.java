package org.dangwu.disposal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members proposed not to be counted as due, with both consents (D06). */
@Component
class ExclusionBook {

  private final JdbcClient jdbc;

  ExclusionBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Exclusion(
      String personId,
      String reason,
      String evidence,
      boolean superiorApproved,
      boolean assemblyApproved) {}

  /** Replaces what was proposed in this round before. */
  void propose(String disposalId, int round, List<Map<String, String>> rows) {
    jdbc.sql("delete from disposal_exclusion where disposal_id = ? and proposal_round = ?")
        .params(disposalId, round)
        .update();
    for (Map<String, String> row : rows) {
      jdbc.sql(
              "insert into disposal_exclusion (disposal_id, proposal_round, person_id, reason,"
                  + " evidence, superior_approved, assembly_approved)"
                  + " values (?, ?, ?, ?, ?, false, false)")
          .params(disposalId, round, row.get("person"), row.get("reason"), row.get("evidence"))
          .update();
    }
  }

  void consent(String disposalId, int round, Collection<String> persons) {
    mark("superior_approved", disposalId, round, persons);
  }

  void approve(String disposalId, int round, Collection<String> persons) {
    mark("assembly_approved", disposalId, round, persons);
  }

  List<Exclusion> of(String disposalId, int round) {
    return jdbc.sql(
            "select person_id, reason, evidence, superior_approved, assembly_approved"
                + " from disposal_exclusion where disposal_id = ? and proposal_round = ?"
                + " order by person_id")
        .params(disposalId, round)
        .query(
            (row, n) ->
                new Exclusion(
                    row.getString("person_id"),
                    row.getString("reason"),
                    row.getString("evidence"),
                    row.getBoolean("superior_approved"),
                    row.getBoolean("assembly_approved")))
        .list();
  }

  private void mark(String column, String disposalId, int round, Collection<String> persons) {
    jdbc.sql(
            "update disposal_exclusion set "
                + column
                + " = false where disposal_id = ? and proposal_round = ?")
        .params(disposalId, round)
        .update();
    for (String person : persons) {
      jdbc.sql(
              "update disposal_exclusion set "
                  + column
                  + " = true where disposal_id = ? and proposal_round = ? and person_id = ?")
          .params(disposalId, round, person)
          .update();
    }
  }
}
