package org.dangwu.debriefing.outcome;

import java.util.Map;
import java.util.Objects;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.ManagementAuthority;
import org.dangwu.engine.DecisionTables;
import org.dangwu.personnel.PersonnelMaterial;
import org.dangwu.personnel.PersonnelRegister;
import org.dangwu.personnel.PersonnelTarget;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/** Whose file a result goes into, by who manages the cadre (干部管理权限, C19). */
@Component
class DebriefFiles {

  private static final String TABLE = "personnel_file_owner";

  private final PersonnelRegister register;
  private final DecisionTables tables;

  DebriefFiles(PersonnelRegister register, DecisionTables tables) {
    this.register = register;
    this.tables = tables;
  }

  /**
   * Enters opinion and grade of one secretary; for who has no personnel file they stay among the
   * documents of the committee.
   */
  void enter(DebriefEntry entry, String committee, int year) {
    if (entry.authority() != ManagementAuthority.NONE) {
      Map<String, Object> row =
          tables
              .first(TABLE, Map.of("managementAuthority", entry.authority().name()))
              .orElseThrow(() -> new IllegalStateException("no row for " + entry.authority()));
      register.enter(
          new PersonnelMaterial(
              entry.entryId(),
              entry.caseId(),
              committee,
              year,
              ProcedureKind.DEBRIEFING.label(),
              entry.organization(),
              entry.personId(),
              entry.name(),
              entry.order(),
              PersonnelTarget.CADRE,
              Objects.toString(row.get("fileClass"), ""),
              Objects.toString(row.get("owner"), ""),
              Objects.toString(row.get("note"), ""),
              Boolean.TRUE.equals(row.get("receiptNeeded"))));
    }
  }
}
