package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.Attendance.Mark;
import org.dangwu.procedure.RosterEntry;
import org.springframework.stereotype.Component;

/**
 * What an attendance record must hold to: each member due exactly once and nobody else, so that
 * never more can be present than are due (A19).
 */
@Component
class AttendanceRules {

  private static final int LONGEST = 200;
  private static final int MOST_OBSERVERS = 30;

  private final Clock clock;
  private final Sentences sentences;

  AttendanceRules(Clock clock, Sentences sentences) {
    this.clock = clock;
    this.sentences = sentences;
  }

  /**
   * @param leaves what became of requests for leave, by user id (A18)
   * @return the same record with its marks in rank order
   * @throws SubmissionRefused naming the first thing that does not hold
   */
  Attendance checked(Attendance given, List<RosterEntry> due, Map<String, Leave> leaves) {
    if (given.heldOn() == null) {
      throw sentences.refusal("attendance.heldOn");
    }
    if (given.heldOn().isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("attendance.future");
    }
    if (given.startedAt() == null) {
      throw sentences.refusal("attendance.startedAt");
    }
    Map<String, Mark> byPerson = new LinkedHashMap<>();
    for (Mark mark : given.marks()) {
      if (due.stream().noneMatch(entry -> entry.personId().equals(mark.personId()))) {
        throw sentences.refusal("attendance.stranger", mark.personId());
      }
      if (byPerson.put(mark.personId(), mark) != null) {
        throw sentences.refusal("attendance.twice", mark.personId());
      }
    }
    List<Mark> ordered = new ArrayList<>();
    due.forEach(
        entry ->
            ordered.add(
                checked(
                    byPerson.get(entry.personId()), entry.name(), leaves.get(entry.personId()))));
    return new Attendance(given.heldOn(), given.startedAt(), ordered, observers(given.observers()));
  }

  private Mark checked(Mark mark, String name, Leave leave) {
    if (mark == null || mark.presence() == null) {
      throw sentences.refusal("attendance.open", name);
    }
    String reason = mark.reason() == null ? "" : mark.reason().strip();
    if (mark.presence() == Presence.LEAVE && leave == null) {
      throw sentences.refusal("attendance.noLeave", name);
    }
    if (mark.presence() == Presence.LEAVE && !leave.granted()) {
      throw sentences.refusal("attendance.leaveRefused", name, leave.decision().label());
    }
    if (reason.length() > LONGEST) {
      throw sentences.refusal("attendance.reasonLong", name);
    }
    return new Mark(
        mark.personId(), mark.presence(), mark.presence() == Presence.PRESENT ? "" : reason);
  }

  private List<String> observers(List<String> given) {
    List<String> named = given.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    if (named.size() > MOST_OBSERVERS || named.stream().anyMatch(name -> name.length() > LONGEST)) {
      throw sentences.refusal("attendance.observers");
    }
    return named;
  }
}
