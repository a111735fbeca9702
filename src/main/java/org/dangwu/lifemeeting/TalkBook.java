package org.dangwu.lifemeeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dangwu.dossier.Secrecy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of talks (A11), and which units are in whose charge. */
@Component
class TalkBook {

  private final JdbcClient jdbc;

  TalkBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Talks of a case, the earliest first. */
  List<Talk> of(String caseId) {
    return jdbc.sql("select * from lifemeeting_talk where case_id = ? order by talked_on, id")
        .param(caseId)
        .query(TalkBook::talk)
        .list();
  }

  @Transactional
  void add(String caseId, List<Talk> talks) {
    for (Talk talk : talks) {
      jdbc.sql(
              "insert into lifemeeting_talk (id, case_id, kind, person_id, counterpart, talked_on,"
                  + " place, topics, secrecy) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              UUID.randomUUID().toString(),
              caseId,
              talk.kind().name(),
              talk.personId(),
              talk.counterpart(),
              talk.day(),
              talk.place(),
              talk.topics(),
              talk.secrecy().name())
          .update();
    }
  }

  void remove(String caseId, String id) {
    jdbc.sql("delete from lifemeeting_talk where case_id = ? and id = ?")
        .params(caseId, id)
        .update();
  }

  List<UnitInCharge> units(String organization) {
    return jdbc.sql(
            "select * from lifemeeting_unit_in_charge where organization = ?"
                + " order by person_id, unit_name")
        .param(organization)
        .query(
            (row, n) ->
                new UnitInCharge(
                    row.getString("id"),
                    row.getString("person_id"),
                    row.getString("unit_name"),
                    row.getString("head_name")))
        .list();
  }

  /** False when the member has this unit already. */
  boolean addUnit(String organization, String personId, String unitName, String headName) {
    try {
      jdbc.sql(
              "insert into lifemeeting_unit_in_charge (id, organization, person_id, unit_name,"
                  + " head_name) values (?, ?, ?, ?, ?)")
          .params(UUID.randomUUID().toString(), organization, personId, unitName, headName)
          .update();
      return true;
    } catch (DuplicateKeyException known) {
      return false;
    }
  }

  void removeUnit(String organization, String id) {
    jdbc.sql("delete from lifemeeting_unit_in_charge where organization = ? and id = ?")
        .params(organization, id)
        .update();
  }

  /** Reasons given for talks that did not take place, by gap. */
  Map<String, String> reasons(String caseId) {
    Map<String, String> reasons = new HashMap<>();
    jdbc.sql("select gap, reason from lifemeeting_talk_gap where case_id = ?")
        .param(caseId)
        .query(
            row -> {
              reasons.put(row.getString("gap"), row.getString("reason"));
            });
    return reasons;
  }

  /** Replaces all reasons; blank ones count as none. */
  @Transactional
  void explain(String caseId, Map<String, String> reasons) {
    jdbc.sql("delete from lifemeeting_talk_gap where case_id = ?").param(caseId).update();
    reasons.forEach(
        (gap, reason) -> {
          if (!reason.isBlank()) {
            jdbc.sql("insert into lifemeeting_talk_gap (case_id, gap, reason) values (?, ?, ?)")
                .params(caseId, gap, reason.strip())
                .update();
          }
        });
  }

  private static Talk talk(ResultSet row, int n) throws SQLException {
    return new Talk(
        row.getString("id"),
        TalkKind.valueOf(row.getString("kind")),
        row.getString("person_id"),
        row.getString("counterpart"),
        row.getObject("talked_on", LocalDate.class),
        row.getString("place"),
        row.getString("topics"),
        Secrecy.valueOf(row.getString("secrecy")));
  }
}
