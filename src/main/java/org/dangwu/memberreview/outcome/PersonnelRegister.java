package org.dangwu.memberreview.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dangwu.memberreview.outcome.PersonnelEntry.Target;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of material for personal files, which the archivist ticks off (B27). */
@Component
class PersonnelRegister {

  private final JdbcClient jdbc;
  private final Clock clock;

  PersonnelRegister(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Enters material; the same again changes nothing. */
  void enter(String itemId, Target target, String fileClass, String note) {
    int known =
        jdbc.sql(
                "select count(*) from memberreview_personnel_file where item_id = ? and target = ?"
                    + " and file_class = ?")
            .params(itemId, target.name(), fileClass)
            .query(Integer.class)
            .single();
    if (known == 0) {
      jdbc.sql(
              "insert into memberreview_personnel_file (entry_id, item_id, target, file_class,"
                  + " note, entered_at) values (?, ?, ?, ?, ?, ?)")
          .params(
              UUID.randomUUID().toString(),
              itemId,
              target.name(),
              fileClass,
              note,
              OffsetDateTime.now(clock))
          .update();
    }
  }

  /** Of these organisations, what is not received first. */
  List<PersonnelEntry> of(Collection<String> organizations) {
    return jdbc.sql(
            "select p.*, i.case_id, i.organization, i.review_year, i.person_name"
                + " from memberreview_personnel_file p join memberreview_item i"
                + " on i.item_id = p.item_id where i.organization in (:organizations)"
                + " order by case when p.received_at is null then 0 else 1 end,"
                + " i.review_year desc, i.organization, i.sort_order, p.entry_id")
        .param("organizations", organizations.isEmpty() ? List.of("-") : organizations)
        .query(PersonnelRegister::entry)
        .list();
  }

  /**
   * @return false when it was received before
   */
  boolean receive(String entryId, String user) {
    return jdbc.sql(
                "update memberreview_personnel_file set received_by = ?, received_at = ?"
                    + " where entry_id = ? and received_at is null")
            .params(user, OffsetDateTime.now(clock), entryId)
            .update()
        == 1;
  }

  private static PersonnelEntry entry(ResultSet row, int number) throws SQLException {
    OffsetDateTime received = row.getObject("received_at", OffsetDateTime.class);
    return new PersonnelEntry(
        row.getString("entry_id"),
        row.getString("case_id"),
        row.getString("organization"),
        row.getInt("review_year"),
        row.getString("person_name"),
        Target.valueOf(row.getString("target")),
        row.getString("file_class"),
        row.getString("note"),
        row.getString("received_by"),
        received == null ? null : received.toInstant());
  }
}
