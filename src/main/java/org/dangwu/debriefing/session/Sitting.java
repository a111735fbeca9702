package org.dangwu.debriefing.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dangwu.lifemeeting.Presence;

/**
 * One convening of the enlarged meeting (一次述职会议).
 *
 * @param number 1 for the first, 2 for the one at which absent debriefers report and so on
 * @param recorder who keeps the record (记录人)
 * @param marks one for each person expected
 * @param guests names of those who sit in without an account (列席人员)
 */
public record Sitting(
    int number,
    LocalDate heldOn,
    LocalTime startedAt,
    String recorder,
    List<Mark> marks,
    List<String> guests) {

  public Sitting {
    marks = List.copyOf(marks);
    guests = List.copyOf(guests);
  }

  /**
   * @param entryId of a debriefer, else null
   * @param presence null while nothing is marked
   * @param reason why somebody is not there, else empty
   */
  public record Mark(
      String personId, Capacity capacity, String entryId, Presence presence, String reason) {

    public boolean present() {
      return presence == Presence.PRESENT;
    }
  }

  /** User ids of those present. */
  public List<String> present() {
    return marks.stream().filter(Mark::present).map(Mark::personId).toList();
  }

  /** Entries that report in this session, in their order. */
  public List<String> speakers() {
    return marks.stream()
        .filter(mark -> mark.capacity() == Capacity.SPEAKER && mark.present())
        .map(Mark::entryId)
        .toList();
  }

  /** Marks of those who should have reported and were not there. */
  public List<Mark> absentees() {
    return marks.stream()
        .filter(mark -> mark.capacity() == Capacity.SPEAKER && !mark.present())
        .toList();
  }
}
