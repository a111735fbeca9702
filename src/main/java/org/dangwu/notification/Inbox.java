package org.dangwu.notification;

import java.util.List;

/** A person's own messages (收件箱). Callers pass the id of the person who is signed in. */
public interface Inbox {

  int unread(String userId);

  /** Newest first. */
  List<InboxMessage> latest(String userId, int limit);
}
