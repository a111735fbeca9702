package org.dangwu.lifemeeting;

import java.util.Map;

/** Dates of a called process that are reckoned from the day of the meeting and move with it. */
public interface FollowingDates {

  /** Key of the process. */
  String process();

  /**
   * The dates as they are now.
   *
   * @param variables of the running instance, the new day of the meeting among them
   */
  Map<String, Object> dates(Map<String, Object> variables);
}
