package org.dangwu.debriefing.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.EntryState;
import org.dangwu.debriefing.ManagementAuthority;
import org.dangwu.engine.DecisionTables;
import org.dangwu.models.Proves;
import org.dangwu.models.Tables;
import org.dangwu.organization.UnitType;
import org.dangwu.personnel.PersonnelMaterial;
import org.dangwu.personnel.PersonnelRegister;
import org.dangwu.personnel.PersonnelTarget;
import org.junit.jupiter.api.Test;

/** Whose file a result goes into follows from who manages the cadre. */
class DebriefFilesTest {

  private final Tables tables = new Tables();
  private final List<PersonnelMaterial> entered = new ArrayList<>();
  private final DebriefFiles files = new DebriefFiles(register(), decisions());

  @Proves("C19")
  @Test
  void cadreOfTheCommitteeIsFiledByItsOwnDepartmentAgainstReceipt() {
    assertThat(filed(ManagementAuthority.OWN))
        .satisfies(
            material -> {
              assertThat(material.destination()).isEqualTo("本级组织部门");
              assertThat(material.target()).isEqualTo(PersonnelTarget.CADRE);
              assertThat(material.fileClass()).isEqualTo("3");
              assertThat(material.receiptNeeded()).isTrue();
              assertThat(material.note()).contains("综合评价意见和等次");
            });
  }

  @Proves("C19")
  @Test
  void cadreOfTheSuperiorOrOfTheUnitIsHandedOnAgainstReceipt() {
    assertThat(filed(ManagementAuthority.SUPERIOR).destination()).isEqualTo("上级组织部门");
    entered.clear();
    PersonnelMaterial unit = filed(ManagementAuthority.UNIT);
    assertThat(unit.destination()).isEqualTo("所在单位组织人事部门");
    assertThat(unit.receiptNeeded()).isTrue();
  }

  @Proves("C19")
  @Test
  void whoIsNoCadreHasNoPersonnelFile() {
    files.enter(entry(ManagementAuthority.NONE), "YL", 2026);
    assertThat(entered).isEmpty();
  }

  private PersonnelMaterial filed(ManagementAuthority authority) {
    files.enter(entry(authority), "YL", 2026);
    assertThat(entered).hasSize(1);
    assertThat(entered.get(0).source()).isEqualTo("entry");
    assertThat(entered.get(0).organization()).isEqualTo("YL");
    assertThat(entered.get(0).unit()).isEqualTo("YLX01");
    return entered.get(0);
  }

  private PersonnelRegister register() {
    PersonnelRegister register = mock(PersonnelRegister.class);
    doAnswer(call -> entered.add(call.getArgument(0))).when(register).enter(any());
    return register;
  }

  /** Answers from the table's own file. */
  private DecisionTables decisions() {
    DecisionTables decisions = mock(DecisionTables.class);
    when(decisions.first(eq("personnel_file_owner"), anyMap()))
        .thenAnswer(
            call -> {
              Map<String, Object> inputs = call.getArgument(1);
              return tables
                  .rows(tables.table("debriefing", "personnel_file_owner"), inputs)
                  .stream()
                  .findFirst();
            });
    return decisions;
  }

  private static DebriefEntry entry(ManagementAuthority authority) {
    return new DebriefEntry(
        "entry",
        "case",
        "YLX01",
        "青石镇党委",
        "person",
        "王某",
        "书记",
        UnitType.TOWN,
        DebriefMode.ONSITE,
        DebriefMode.ONSITE,
        true,
        null,
        EntryState.ACTIVE,
        true,
        authority,
        1);
  }
}
