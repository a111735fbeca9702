package org.dangwu.debriefing.scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.EntryState;
import org.dangwu.debriefing.ManagementAuthority;
import org.dangwu.organization.UnitType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secretaries of all runs. Nobody is ever deleted; who leaves is marked. */
@Component
class EntryBook {

  private final JdbcClient jdbc;

  EntryBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<EntryRow> of(String caseId) {
    return jdbc.sql("select * from debrief_entry where case_id = ? order by entry_order, entry_id")
        .param(caseId)
        .query(EntryBook::row)
        .list();
  }

  List<EntryRow> ofPerson(String personId) {
    return jdbc.sql("select * from debrief_entry where person_id = ? order by case_id, entry_id")
        .param(personId)
        .query(EntryBook::row)
        .list();
  }

  Optional<EntryRow> find(String entryId) {
    return jdbc.sql("select * from debrief_entry where entry_id = ?")
        .param(entryId)
        .query(EntryBook::row)
        .optional();
  }

  void add(EntryRow row) {
    DebriefEntry entry = row.entry();
    jdbc.sql(
            "insert into debrief_entry (entry_id, case_id, organization, organization_name,"
                + " person_id, person_name, title, unit_type, category, entry_mode, table_mode,"
                + " mode_required, exception_reason, entry_state, graded, authority, entry_order,"
                + " source_note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            entry.entryId(),
            entry.caseId(),
            entry.organization(),
            entry.organizationName(),
            entry.personId(),
            entry.name(),
            entry.title(),
            entry.unitType().name(),
            row.category(),
            entry.mode().name(),
            entry.tableMode().name(),
            entry.modeRequired(),
            entry.exceptionReason(),
            entry.state().name(),
            entry.graded(),
            entry.authority().name(),
            entry.order(),
            row.note())
        .update();
  }

  void setMode(String entryId, DebriefMode mode, String reason) {
    jdbc.sql("update debrief_entry set entry_mode = ?, exception_reason = ? where entry_id = ?")
        .params(mode.name(), reason, entryId)
        .update();
  }

  void setState(String entryId, EntryState state, boolean graded) {
    jdbc.sql("update debrief_entry set entry_state = ?, graded = ? where entry_id = ?")
        .params(state.name(), graded, entryId)
        .update();
  }

  void setWrites(String entryId, boolean writes) {
    jdbc.sql("update debrief_entry set writes_report = ? where entry_id = ?")
        .params(writes, entryId)
        .update();
  }

  boolean writes(String entryId) {
    return jdbc.sql("select writes_report from debrief_entry where entry_id = ?")
        .param(entryId)
        .query(Boolean.class)
        .single();
  }

  void setAuthority(String entryId, ManagementAuthority authority) {
    jdbc.sql("update debrief_entry set authority = ? where entry_id = ?")
        .params(authority.name(), entryId)
        .update();
  }

  private static EntryRow row(ResultSet row, int number) throws SQLException {
    return new EntryRow(
        new DebriefEntry(
            row.getString("entry_id"),
            row.getString("case_id"),
            row.getString("organization"),
            row.getString("organization_name"),
            row.getString("person_id"),
            row.getString("person_name"),
            row.getString("title"),
            UnitType.valueOf(row.getString("unit_type")),
            DebriefMode.valueOf(row.getString("entry_mode")),
            DebriefMode.valueOf(row.getString("table_mode")),
            row.getBoolean("mode_required"),
            row.getString("exception_reason"),
            EntryState.valueOf(row.getString("entry_state")),
            row.getBoolean("graded"),
            ManagementAuthority.valueOf(row.getString("authority")),
            row.getInt("entry_order")),
        row.getString("category"),
        row.getString("source_note"));
  }
}
