package org.dangwu.debriefing.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.debriefing.appraisal.Study.Absence;
import org.dangwu.debriefing.appraisal.Study.Vote;
import org.junit.jupiter.api.Test;

class StudyTest {

  @Test
  void onlyThoseKeepOutOfTheCountWhoAreThere() {
    Study study = study(vote("one", 5));

    assertThat(study.voters(Set.of())).isEqualTo(5);
    assertThat(study.voters(Set.of("present"))).isEqualTo(4);
    // who is absent anyway is not taken off twice
    assertThat(study.voters(Set.of("absent", "present"))).isEqualTo(4);
  }

  @Test
  void theSmallestApprovalDecidesForAll() {
    assertThat(study(vote("one", 5), vote("two", 3), vote("three", 4)).smallestApproval())
        .isEqualTo(3);
    assertThat(study().smallestApproval()).isZero();
  }

  @Test
  void pointsAreShownInFullAndNeverRounded() {
    assertThat(Points.text(9235)).isEqualTo("92.35");
    assertThat(Points.text(10000)).isEqualTo("100.00");
    assertThat(Points.text(5)).isEqualTo("0.05");
  }

  private static Study study(Vote... votes) {
    return new Study(
        "task",
        1,
        LocalDate.of(2026, 12, 1),
        6,
        5,
        "chair",
        true,
        false,
        "discussed",
        List.of(new Absence("absent", "")),
        List.of(votes),
        null);
  }

  private static Vote vote(String entry, int approve) {
    return new Vote(entry, SecretaryGrade.GOOD, "", approve, 5 - approve, 0, Set.of());
  }
}
