package org.dangwu.debriefing.outcome;

import java.time.LocalDate;
import org.dangwu.notification.Announcement;
import org.dangwu.notification.Notifications;
import org.dangwu.publication.Readers;
import org.dangwu.publication.Readership;
import org.springframework.stereotype.Component;

/** Tells each person of a range once that there is something to read. */
@Component
class RangeNotices {

  private final Readers readers;
  private final Notifications notifications;

  RangeNotices(Readers readers, Notifications notifications) {
    this.readers = readers;
    this.notifications = notifications;
  }

  /**
   * @param due last day for remarks, or null
   */
  void tell(String event, String caseId, String committee, Readership range, LocalDate due) {
    for (String reader : readers.told(range)) {
      notifications.announce(
          Announcement.of(event + "/" + caseId + "/" + reader, event, caseId, committee)
              .due(due)
              .about(reader));
    }
  }
}
