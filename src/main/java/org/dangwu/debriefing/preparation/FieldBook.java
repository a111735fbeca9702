package org.dangwu.debriefing.preparation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.SecretaryGrade;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what field teams write until they hand it in and afterwards (C08). */
@Component("debriefFieldBook")
class FieldBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  FieldBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<FieldSheet> find(String entryId) {
    return jdbc.sql("select * from debriefing_field_check where entry_id = ?")
        .param(entryId)
        .query((row, number) -> sheet(row))
        .optional();
  }

  /** Those handed in in a run, the first one first. */
  List<FieldSheet> handedIn(String caseId) {
    return jdbc.sql(
            "select * from debriefing_field_check where case_id = ? and handed_in_at is not null"
                + " order by handed_in_at, entry_id")
        .param(caseId)
        .query((row, number) -> sheet(row))
        .list();
  }

  /** Replaces what was written before; what is handed in stays as it is. */
  @Transactional
  void save(FieldSheet sheet, String user) {
    jdbc.sql(
            "delete from debriefing_field_item where entry_id in (select entry_id from"
                + " debriefing_field_check where entry_id = ? and handed_in_at is null)")
        .param(sheet.entryId())
        .update();
    jdbc.sql("delete from debriefing_field_check where entry_id = ? and handed_in_at is null")
        .param(sheet.entryId())
        .update();
    jdbc.sql(
            "insert into debriefing_field_check (entry_id, case_id, field_check_id, checked_on,"
                + " methods, places, people_met, facts, problems, impression, written_by,"
                + " written_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            sheet.entryId(),
            sheet.caseId(),
            sheet.fieldCheckId(),
            sheet.checkedOn(),
            String.join(",", sheet.methods()),
            sheet.places(),
            sheet.peopleMet(),
            sheet.facts(),
            sheet.problems(),
            sheet.impression() == null ? null : sheet.impression().name(),
            user,
            OffsetDateTime.now(clock))
        .update();
    for (int i = 0; i < sheet.items().size(); i++) {
      FieldItem item = sheet.items().get(i);
      jdbc.sql(
              "insert into debriefing_field_item (entry_id, position, criterion, evidence, finding)"
                  + " values (?, ?, ?, ?, ?)")
          .params(sheet.entryId(), i + 1, item.criterion(), item.evidence(), item.finding())
          .update();
    }
  }

  void handIn(String entryId) {
    jdbc.sql(
            "update debriefing_field_check set handed_in_at = ? where entry_id = ? and handed_in_at"
                + " is null")
        .params(OffsetDateTime.now(clock), entryId)
        .update();
  }

  private FieldSheet sheet(ResultSet row) throws SQLException {
    String entryId = row.getString("entry_id");
    String impression = row.getString("impression");
    String methods = row.getString("methods");
    return new FieldSheet(
        entryId,
        row.getString("case_id"),
        row.getString("field_check_id"),
        row.getObject("checked_on", LocalDate.class),
        methods.isEmpty() ? List.of() : List.of(methods.split(",")),
        row.getString("places"),
        row.getString("people_met"),
        row.getString("facts"),
        row.getString("problems"),
        impression == null ? null : SecretaryGrade.valueOf(impression),
        items(entryId),
        row.getObject("handed_in_at") != null);
  }

  private List<FieldItem> items(String entryId) {
    return jdbc.sql(
            "select criterion, evidence, finding from debriefing_field_item where entry_id = ?"
                + " order by position")
        .param(entryId)
        .query(
            (row, number) ->
                new FieldItem(
                    row.getString("criterion"),
                    row.getString("evidence"),
                    row.getString("finding")))
        .list();
  }
}
