package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** Whether members on leave handed in their written statement (书面发言材料) before the meeting (A18). */
@Component
class WrittenStatements {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private final Dossiers dossiers;
  private final Clock clock;

  WrittenStatements(Dossiers dossiers, Clock clock) {
    this.dossiers = dossiers;
    this.clock = clock;
  }

  /** Where the beginning of the meeting is not known, its day counts as in time. */
  Statement of(String caseId, String personId, Attendance attendance) {
    Optional<Instant> handedIn =
        dossiers.versionsOfRound(DocumentKey.about(caseId, "leaveStatement", personId)).stream()
            .filter(DossierDocument::isFinal)
            .map(DossierDocument::finalizedAt)
            .min(Comparator.naturalOrder());
    return handedIn.map(at -> statement(at, attendance)).orElse(Statement.MISSING);
  }

  private Statement statement(Instant handedIn, Attendance attendance) {
    LocalDateTime at = handedIn.atZone(clock.getZone()).toLocalDateTime();
    boolean late =
        attendance.heldOn() != null
            && at.isAfter(
                attendance
                    .heldOn()
                    .atTime(
                        attendance.startedAt() == null ? LocalTime.MAX : attendance.startedAt()));
    return new Statement(true, late, TIME.format(at));
  }

  /**
   * A written statement as pages show it.
   *
   * @param at when it was handed in, empty when it was not
   */
  record Statement(boolean handedIn, boolean late, String at) {

    static final Statement MISSING = new Statement(false, false, "");

    public String label() {
      if (!handedIn) {
        return "未交";
      }
      return late ? "迟交（" + at + "）" : "会前已交（" + at + "）";
    }
  }
}
