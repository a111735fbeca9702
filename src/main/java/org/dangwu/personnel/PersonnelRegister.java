package org.dangwu.personnel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of material for personal files, which the archivist ticks off (B27, C19). */
@Component
public class PersonnelRegister {

  private final JdbcClient jdbc;
  private final Clock clock;

  PersonnelRegister(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Enters material; the same again changes nothing. */
  public void enter(PersonnelMaterial material) {
    int known =
        jdbc.sql(
                "select count(*) from personnel_file where source = ? and target = ?"
                    + " and file_class = ?")
            .params(material.source(), material.target().name(), material.fileClass())
            .query(Integer.class)
            .single();
    if (known == 0) {
      jdbc.sql(
              "insert into personnel_file (entry_id, source, case_id, organization, file_year,"
                  + " matter, unit, person_id, person_name, sort_order, target, file_class,"
                  + " destination, note, receipt_needed, entered_at)"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              UUID.randomUUID().toString(),
              material.source(),
              material.caseId(),
              material.organization(),
              material.year(),
              material.matter(),
              material.unit(),
              material.personId(),
              material.personName(),
              material.order(),
              material.target().name(),
              material.fileClass(),
              material.destination(),
              material.note(),
              material.receiptNeeded(),
              OffsetDateTime.now(clock))
          .update();
    }
  }

  /** Of the procedures of these organisations, what is not received first. */
  List<PersonnelEntry> of(Collection<String> organizations) {
    return jdbc.sql(
            "select * from personnel_file where organization in (:organizations)"
                + " order by case when received_at is null then 0 else 1 end,"
                + " file_year desc, organization, sort_order, entry_id")
        .param("organizations", organizations.isEmpty() ? List.of("-") : organizations)
        .query(PersonnelRegister::entry)
        .list();
  }

  /** In the order of the case. */
  public List<PersonnelEntry> ofCase(String caseId) {
    return jdbc.sql("select * from personnel_file where case_id = ? order by sort_order, entry_id")
        .param(caseId)
        .query(PersonnelRegister::entry)
        .list();
  }

  /**
   * Notes that the archivist has it, where no written receipt is needed.
   *
   * @return false when it was received before
   */
  boolean receive(String entryId, String user) {
    return jdbc.sql(
                "update personnel_file set received_by = ?, received_at = ? where entry_id = ?"
                    + " and received_at is null and receipt_needed = false")
            .params(user, OffsetDateTime.now(clock), entryId)
            .update()
        == 1;
  }

  /**
   * Enters written receipts, or corrects them.
   *
   * @param receipts by id of the entry
   */
  @Transactional
  public void confirm(Map<String, PersonnelReceipt> receipts, String user) {
    receipts.forEach(
        (entryId, receipt) ->
            jdbc.sql(
                    "update personnel_file set receipt_day = ?, receipt_number = ?, receiver = ?,"
                        + " received_by = ?, received_at = ? where entry_id = ?")
                .params(
                    receipt.day(),
                    receipt.number(),
                    receipt.receiver(),
                    user,
                    OffsetDateTime.now(clock),
                    entryId)
                .update());
  }

  private static PersonnelEntry entry(ResultSet row, int number) throws SQLException {
    OffsetDateTime received = row.getObject("received_at", OffsetDateTime.class);
    LocalDate receiptDay = row.getObject("receipt_day", LocalDate.class);
    return new PersonnelEntry(
        row.getString("entry_id"),
        new PersonnelMaterial(
            row.getString("source"),
            row.getString("case_id"),
            row.getString("organization"),
            row.getInt("file_year"),
            row.getString("matter"),
            row.getString("unit"),
            row.getString("person_id"),
            row.getString("person_name"),
            row.getInt("sort_order"),
            PersonnelTarget.valueOf(row.getString("target")),
            row.getString("file_class"),
            row.getString("destination"),
            row.getString("note"),
            row.getBoolean("receipt_needed")),
        receiptDay == null
            ? null
            : new PersonnelReceipt(
                receiptDay, row.getString("receipt_number"), row.getString("receiver")),
        row.getString("received_by"),
        received == null ? null : received.toInstant());
  }
}
