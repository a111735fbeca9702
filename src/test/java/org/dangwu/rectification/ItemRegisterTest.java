package org.dangwu.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.dangwu.models.Proves;
import org.dangwu.procedure.ProcedureEnded;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What the register of items answers for bodies and for secretaries whom a superior appraises. */
class ItemRegisterTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private ItemRegister items;

  @BeforeEach
  void tables() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V811__rectification.sql"),
            new ClassPathResource("db/migration/V993__secretary_rectification.sql"))
        .execute(h2);
    Instant now = LocalDateTime.of(2026, 12, 20, 9, 0).atZone(ZONE).toInstant();
    items = new ItemRegister(JdbcClient.create(h2), Clock.fixed(now, ZONE));
    list("DB-2026-YL-YLX01", 1, "debrief", "debriefing", "YLX01", "secretary1", "YL");
    list("DB-2026-YL-YLX02", 1, "debrief", "debriefing", "YLX02", "secretary2", "YL");
    list("LM-2026-YLX01", 1, "meeting", "life-meeting", "YLX01", "", "");
  }

  @Proves("C21")
  @Test
  void secretariesOfOneRunNumberTheirItemsEachForHimself() {
    assertThat(items.lastNumber("DB-2026-YL-YLX01")).isEqualTo(1);
    assertThat(items.itemsOf("debrief")).hasSize(2);
    assertThat(items.itemsOf("debrief", "secretary2"))
        .extracting(RectificationItem::id)
        .containsExactly("DB-2026-YL-YLX02-Z01");
  }

  @Proves({"C21", "C04"})
  @Test
  void theNextDebriefingTakesUpWhatTheLastOneLeftOpenAndNothingElse() {
    assertThat(items.openItems("YLX01", 2027, "debriefing"))
        .extracting(RectificationItem::id)
        .containsExactly("DB-2026-YL-YLX01-Z01");
    items.begin("DB-2026-YL-YLX01-Z01", "p");
    items.close("DB-2026-YL-YLX01-Z01");
    assertThat(items.openItems("YLX01", 2027, "debriefing")).isEmpty();
    assertThat(items.openItems("YLX01", 2027)).hasSize(1);
  }

  @Test
  void theSuperiorFollowsUpWhatItsSecretariesListed() {
    assertThat(items.superiors()).containsExactly("YL");
    assertThat(items.followedBy(List.of("YL"))).hasSize(2);
    assertThat(items.followedBy(List.of())).isEmpty();
    assertThat(items.concerning("secretary1")).hasSize(1);
  }

  @Proves("E35")
  @Test
  void whatHadNotBegunWhenItsRunEndedIsNoLongerOpen() {
    items.begin("DB-2026-YL-YLX02-Z01", "p");
    new UnbegunItems(items).ended(new ProcedureEnded("debrief"));
    assertThat(items.get("DB-2026-YL-YLX01-Z01").state()).isEqualTo(ItemState.TERMINATED);
    assertThat(items.get("DB-2026-YL-YLX02-Z01").state())
        .as("its own process goes on")
        .isEqualTo(ItemState.OPEN);
    assertThat(items.get("LM-2026-YLX01-Z01").state()).isEqualTo(ItemState.LISTED);
  }

  private void list(
      String caseNumber,
      int number,
      String caseId,
      String procedure,
      String organization,
      String secretary,
      String superior) {
    items.add(
        new RectificationItem(
            "%s-Z%02d".formatted(caseNumber, number),
            caseId,
            caseNumber,
            number,
            procedure,
            organization,
            2026,
            "问题",
            "目标",
            "措施",
            "",
            "owner",
            LocalDate.of(2027, 3, 31),
            Severity.ORDINARY,
            ItemState.LISTED,
            null,
            null,
            secretary,
            superior),
        "owner");
  }
}
