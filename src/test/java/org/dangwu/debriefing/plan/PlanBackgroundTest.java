package org.dangwu.debriefing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.DebriefPlan.KeyContent;
import org.dangwu.debriefing.EntryState;
import org.dangwu.debriefing.ManagementAuthority;
import org.dangwu.models.Proves;
import org.dangwu.organization.UnitType;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.Facts;
import org.dangwu.rectification.RectificationItem;
import org.dangwu.rectification.Rectifications;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanBackgroundTest {

  private final Rectifications rectifications = mock(Rectifications.class);
  private final Facts facts = mock(Facts.class);
  private final PlanBackground background = new PlanBackground(rectifications, facts);
  private final DebriefEntry entry =
      new DebriefEntry(
          "e1",
          "case",
          "T",
          "示例镇党委",
          "p1",
          "甲",
          "党委书记",
          UnitType.TOWN,
          DebriefMode.ONSITE,
          DebriefMode.ONSITE,
          true,
          null,
          EntryState.ACTIVE,
          true,
          ManagementAuthority.OWN,
          1);

  @BeforeEach
  void lastYearsListIsStillOpen() {
    RectificationItem own = item("debriefing", "C", "软弱涣散村整顿不到位");
    RectificationItem ofOthers = item("debriefing", "X", "另一上级的清单");
    RectificationItem ofMeeting = item("life-meeting", "", "班子的问题");
    when(rectifications.openItems("T", 2026)).thenReturn(List.of(own, ofOthers, ofMeeting));
    when(facts.of("T", 2026))
        .thenReturn(
            List.of(
                new Fact(
                    "x", "T", 2026, Fact.Type.HELD, "", LocalDate.of(2026, 11, 5), 7, 9, true)));
  }

  @Proves("C04")
  @Test
  void whatIsOpenFromLastYearsListBelongsIntoTheAccount() {
    assertThat(background.fromLastList(List.of(entry), "C", 2026))
        .containsExactly(new KeyContent("e1", "上年度整改清单", "软弱涣散村整顿不到位"));
  }

  @Proves("C04")
  @Test
  void theWordsOfListsOfOthersAreNotShownOnlyTheirNumber() {
    PlanBackground.Background found = background.of(entry, "C", 2026);
    assertThat(found.items()).extracting(RectificationItem::problem).containsExactly("软弱涣散村整顿不到位");
    assertThat(found.otherItems()).isEqualTo(2);
  }

  @Proves("A35")
  @Test
  void theFactsOfTheOtherProceduresAreOnRecord() {
    assertThat(background.of(entry, "C", 2026).facts())
        .containsExactly(new PlanBackground.FactLine("会议召开", "到会 7 人，应到 9 人", true));
  }

  private static RectificationItem item(String procedure, String superior, String problem) {
    RectificationItem item = mock(RectificationItem.class);
    when(item.procedure()).thenReturn(procedure);
    when(item.superior()).thenReturn(superior);
    when(item.problem()).thenReturn(problem);
    return item;
  }
}
