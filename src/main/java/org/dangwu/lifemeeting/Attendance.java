package org.dangwu.lifemeeting;

import java.time.LocalDate;
import java.util.List;

/**
 * Who was there when the body convened (到会情况).
 *
 * @param marks one for each member due, in rank order
 * @param observers names of those who sat in (列席人员), never counted
 */
record Attendance(LocalDate heldOn, List<Mark> marks, List<String> observers) {

  /**
   * @param reason why a member on leave is not there and who agreed, else empty
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
}
