package org.dangwu.lifemeeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Who was there when the body convened (到会情况).
 *
 * @param startedAt when the meeting began, or null where that was not recorded
 * @param marks one for each member due, in rank order
 * @param observers names of those who sat in (列席人员), never counted
 */
record Attendance(LocalDate heldOn, LocalTime startedAt, List<Mark> marks, List<String> observers) {

  Attendance(LocalDate heldOn, List<Mark> marks, List<String> observers) {
    this(heldOn, null, marks, observers);
  }

  /**
   * @param reason what is to be noted of a member who is not there, else empty
   */
  record Mark(String personId, Presence presence, String reason) {}

  List<String> present() {
    return marks.stream()
        .filter(m -> m.presence() == Presence.PRESENT)
        .map(Mark::personId)
        .toList();
  }

  List<String> absentees() {
    return marks.stream()
        .filter(m -> m.presence() != Presence.PRESENT)
        .map(Mark::personId)
        .toList();
  }

  /** Those who stayed away without leave (未经请假缺席, E02). */
  List<String> absentWithoutLeave() {
    return marks.stream().filter(m -> m.presence() == Presence.ABSENT).map(Mark::personId).toList();
  }
}
