package org.dangwu.desk;

import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The answer to a page that saves by itself: when it was saved, or why it was not. */
public final class DraftReply {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private DraftReply() {}

  public static ResponseEntity<Map<String, String>> to(Runnable deed, Clock clock) {
    try {
      deed.run();
      return ResponseEntity.ok(Map.of("savedAt", TIME.format(LocalTime.now(clock))));
    } catch (SubmissionRefused | DossierRefused refused) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
          .body(Map.of("message", refused.getMessage()));
    }
  }
}
