package org.dangwu.notification;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One message in somebody's inbox. It is read at {@code /inbox/{id}}.
 *
 * @param caseId the run it belongs to, may be {@code null}
 * @param taskId the task it points to, may be {@code null}
 * @param due deadline it names, may be {@code null}
 * @param readAt {@code null} while unread
 */
public record InboxMessage(
    String id,
    Level level,
    String subject,
    String body,
    String caseId,
    String taskId,
    LocalDate due,
    Instant createdAt,
    Instant readAt) {

  public boolean isUnread() {
    return readAt == null;
  }
}
