package org.dangwu.memberreview;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * A branch of 27 members goes through its yearly review, day by day, from the committee's campaign
 * to the archive and on to the end of a time limit a year later. What is on record at the end
 * equals the table below.
 */
@IntegrationTest
@AutoConfigureMockMvc
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import({AdjustableClock.Configuration.class, BranchReview.class})
// A database of its own: other tests begin the same branch's review.
@TestPropertySource(properties = "dangwu.probe=branch-year")
class BranchYearTest {

  private static final LocalDate LAST_DAY = LocalDate.of(BranchReview.YEAR + 2, 6, 30);

  private static final String OUTCOME =
      """
      2026-11-02 roster: 27 members, formal 25, vote 24, rate 26, graded 24
      2026-11-18 roster: 27 members, formal 24, vote 23, rate 25, graded 23
      2026-11-18 committee 2 of 5
      2026-11-18 committee 4 of 5
      2026-11-18 committee sits on 23
      2026-11-18 committee sits on 23
      2026-11-18 quota exceeded: 9 of 24
      2026-11-18 committee sits on 23
      2026-12-10 assembly 21 of 23, 19 in favour
      2026-12-10 superior answers 9
      2026-12-10 committee 4 of 5
      2026-12-10 committee sits on 1
      2026-12-10 assembly 21 of 23, 19 in favour
      2026-12-10 objection heard, grade kept
      2027-03-10 help ended
      MR-2026-YL0904 COMPLETED
      BASIC SETTLED 1
      EXCELLENT SETTLED 7
      QUALIFIED SETTLED 14
      UNQUALIFIED SETTLED 1
      member 8 QUALIFIED
      member 9 QUALIFIED
      member 10 BASIC
      member 11 UNQUALIFIED
      member 14 QUALIFIED
      member 22 none
      archive packages 1
      verification CLOSED CONFIRMED
      disposal LIFTED DEADLINE until 2027-12-10, closed 2027-12-11
      entered in personal files: MEMBER 9
      """;

  @Autowired private BranchReview review;
  @Autowired private ManagementService management;
  @Autowired private IdentityService identity;
  @Autowired private AdjustableClock clock;

  @AfterEach
  void backToOurDays() {
    identity.clearAuthentication();
    ClockUtil.reset();
  }

  @Proves({
    "B01", "B06", "B08", "B09", "B10", "B14", "B15", "B16", "B18", "B19", "B20", "B21", "B22",
    "B24", "B25", "B27", "D01", "D04", "D05", "D08", "E12", "E14", "E15", "E19", "E20", "E24"
  })
  @Test
  void theRecordOfTheBranchEqualsTheTable() {
    for (LocalDate today = BranchReview.STARTED; ; today = today.plusDays(1)) {
      assertThat(today).as("still open: %s", review.open()).isBefore(LAST_DAY);
      clock.setTo(today);
      ClockUtil.setCurrentTime(Date.from(clock.instant()));
      if (today.equals(BranchReview.STARTED)) {
        review.start();
      }
      liveThroughTheDay();
      if (review.running() == 0) {
        break;
      }
    }

    assertThat(review.outcome()).isEqualTo(OUTCOME);
  }

  private void liveThroughTheDay() {
    boolean busy = true;
    while (busy) {
      busy = runDueJobs();
      for (Task task : review.open()) {
        busy |= review.isOpen(task) && review.work(task);
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
