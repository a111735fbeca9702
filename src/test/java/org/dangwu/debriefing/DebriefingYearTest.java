package org.dangwu.debriefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.models.Proves;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.dangwu.testing.TaskHand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * A county hears its 34 secretaries, day by day, from the campaign to the personnel files and the
 * archive. What is on record at the end equals the table below, and what the rating says equals
 * what was written on the sheets.
 */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import({AdjustableClock.Configuration.class, CountyDebriefing.class})
// A database of its own: other tests begin debriefings of the same county.
@TestPropertySource(properties = "dangwu.probe=debriefing-year")
class DebriefingYearTest {

  private static final LocalDate LAST_DAY = LocalDate.of(CountyDebriefing.YEAR + 1, 6, 30);

  private static final String OUTCOME =
      """
      2026-12-01 team saw 3
      2026-12-01 report of YLX02 returned
      2026-12-08 replaced: YLQ02
      2026-12-22 session, absent 1
      2026-12-22 absent: YLX03 speaks on 2026-12-29
      2026-12-22 54 sheets out, 54 in
      2026-12-29 session, absent 0
      2026-12-29 54 sheets out, 54 in
      2026-12-29 opinions on 34, good 11
      2026-12-29 opinions on 34, good 10
      2027-01-08 study 4 of 9
      2027-01-08 study postponed to 2027-01-12
      2027-01-12 study 8 of 9
      2027-01-12 a talk is decided
      2027-01-20 receipts 34
      DB-2026-YL RUNNING
      entries ONSITE ACTIVE 16
      entries ONSITE ADDED 1
      entries ONSITE REPLACED 1
      entries WRITTEN ACTIVE 17
      shares OPINIONS EXCEEDS 1
      shares OPINIONS OK 1
      shares STUDY OK 1
      studies NO_QUORUM 1
      studies PASSED 1
      published debriefNotice 1
      published publishedReport 34
      filed CADRE 34
      to be put right OPEN 34
      packages 1
      GOOD 10
      FAIRLY_GOOD 23
      FAIR 1
      YLX02 ONSITE, FAIRLY_GOOD
      YLX03 ONSITE, FAIRLY_GOOD
      YLX05 WRITTEN, FAIRLY_GOOD
      YLB07 WRITTEN, FAIR
      """;

  @Autowired private CountyDebriefing county;
  @Autowired private DebriefRatings ratings;
  @Autowired private TaskHand hand;
  @Autowired private ManagementService management;
  @Autowired private IdentityService identity;
  @Autowired private AdjustableClock clock;

  @AfterEach
  void backToOurDays() {
    identity.clearAuthentication();
    ClockUtil.reset();
  }

  @Proves({
    "C01", "C02", "C03", "C06", "C07", "C08", "C10", "C11", "C12", "C13", "C14", "C15", "C16",
    "C17", "C18", "C19", "C21", "C22", "C23", "E25", "E26", "E27", "E28", "E29"
  })
  @Test
  void theRecordOfTheCountyEqualsTheTable() throws Exception {
    for (LocalDate today = CountyDebriefing.STARTED; ; today = today.plusDays(1)) {
      assertThat(today).as("still open: %s", county.open()).isBefore(LAST_DAY);
      clock.setTo(today);
      ClockUtil.setCurrentTime(Date.from(clock.instant()));
      if (today.equals(CountyDebriefing.STARTED)) {
        county.setsTheShare();
        county.start();
      }
      liveThroughTheDay();
      if (county.filed()) {
        break;
      }
    }

    assertThat(county.outcome()).isEqualTo(OUTCOME);
    figuresOfTheRatingAreThoseOfTheSheets();
    secretariesDoNotSeeEachOthersResults();
  }

  private void figuresOfTheRatingAreThoseOfTheSheets() {
    List<DebriefRating> all = ratings.of(county.caseId());
    assertThat(all).extracting(DebriefRating::personId).containsAll(county.rated());
    for (DebriefRating rating : all) {
      if (county.rated().contains(rating.personId())) {
        assertThat(rating.votes().orElseThrow().votes())
            .as(rating.name())
            .containsAllEntriesOf(county.votesOn(rating.personId()));
        assertThat(rating.index()).as(rating.name()).contains(county.indexOf(rating.personId()));
      }
    }
  }

  private void secretariesDoNotSeeEachOthersResults() throws Exception {
    DebriefEntry low = county.entry(CountyDebriefing.LOW);
    DebriefEntry other = county.entry(CountyDebriefing.RETURNED);
    String path = "/debriefing/case/" + county.caseId() + "/result";
    assertThat(hand.reads(low.personId(), path)).contains(low.name(), "一般");
    assertThat(hand.reads(other.personId(), path))
        .contains(other.name())
        .doesNotContain(low.name());
  }

  private void liveThroughTheDay() {
    boolean busy = true;
    while (busy) {
      busy = runDueJobs();
      for (Task task : county.open()) {
        busy |= county.isOpen(task) && county.work(task);
      }
    }
  }

  private boolean runDueJobs() {
    boolean ran = false;
    List<Job> due = management.createJobQuery().executable().list();
    while (!due.isEmpty()) {
      due.forEach(job -> management.executeJob(job.getId()));
      ran = true;
      due = management.createJobQuery().executable().list();
    }
    return ran;
  }
}
