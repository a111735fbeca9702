package org.dangwu.lifemeeting;

import java.util.Set;

/**
 * Who took part in the life meetings of a year, for the review of members: a notice of the year may
 * leave those leaders out there (E30).
 */
public interface HeldLifeMeetings {

  /**
   * People who were present at the meeting of the year of one of their leading bodies, as far as it
   * was held with enough people.
   */
  Set<String> attendedBy(int year);
}
