package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.Attendance.Mark;
import org.dangwu.lifemeeting.Leave.Decision;
import org.dangwu.models.Proves;
import org.dangwu.procedure.RosterEntry;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class AttendanceRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final List<RosterEntry> due =
      List.of(member("p1", "张一", 1), member("p2", "李二", 2), member("p3", "王三", 3));
  private final AttendanceRules rules =
      new AttendanceRules(
          Clock.fixed(TODAY.atTime(10, 0).atZone(Deadlines.ZONE).toInstant(), Deadlines.ZONE),
          sentences());

  @Test
  void marksComeBackInRankOrderWithoutReasonsOfThosePresent() {
    Attendance checked =
        rules.checked(
            given(present("p3"), new Mark("p1", Presence.PRESENT, "多余"), leave("p2", "在外培训")),
            due,
            leaves(Decision.GRANTED));
    assertThat(checked.marks())
        .containsExactly(
            new Mark("p1", Presence.PRESENT, ""),
            leave("p2", "在外培训"),
            new Mark("p3", Presence.PRESENT, ""));
    assertThat(checked.present()).containsExactly("p1", "p3");
    assertThat(checked.absentees()).containsExactly("p2");
  }

  @Proves("A19")
  @Test
  void whoIsNotDueCannotBeCounted() {
    assertRefused(given(present("p1"), present("p2"), present("p3"), present("p9")), "p9", "列席");
  }

  @Proves("A19")
  @Test
  void nobodyCountsTwice() {
    assertRefused(given(present("p1"), present("p1"), present("p2"), present("p3")), "两次");
  }

  @Test
  void eachMemberDueMustBeMarked() {
    assertRefused(given(present("p1"), present("p3")), "李二");
    assertRefused(given(present("p1"), new Mark("p2", null, ""), present("p3")), "李二");
  }

  @Proves("A18")
  @Test
  void leaveNeedsTheConsentOfTheSuperior() {
    Attendance given = given(present("p1"), leave("p2", "在外培训"), present("p3"));
    assertRefused(given, "李二", "报上级同意", "登记为缺席");
    for (Decision decision : List.of(Decision.REFUSED, Decision.NOT_ALLOWED)) {
      assertThatThrownBy(() -> rules.checked(given, due, leaves(decision)))
          .isInstanceOf(SubmissionRefused.class)
          .hasMessageContaining(decision.label());
    }
    assertThat(rules.checked(given, due, leaves(Decision.GRANTED)).absentWithoutLeave()).isEmpty();
  }

  @Proves("E02")
  @Test
  void whoStaysAwayWithoutLeaveIsListed() {
    Attendance checked =
        rules.checked(
            given(present("p1"), new Mark("p2", Presence.ABSENT, ""), present("p3")),
            due,
            leaves(Decision.REFUSED));
    assertThat(checked.absentWithoutLeave()).containsExactly("p2");
  }

  @Test
  void beginningOfTheMeetingMustBeKnown() {
    assertRefused(
        new Attendance(TODAY, List.of(present("p1"), present("p2"), present("p3")), List.of()),
        "会议开始时间");
  }

  @Test
  void meetingCannotHaveBeenHeldTomorrow() {
    assertRefused(
        new Attendance(
            TODAY.plusDays(1), List.of(present("p1"), present("p2"), present("p3")), List.of()),
        "不能晚于今天");
    assertRefused(new Attendance(null, List.of(), List.of()), "召开日期");
  }

  @Proves("A19")
  @Test
  void observersAreKeptApartAndNeverCount() {
    Attendance checked =
        rules.checked(
            new Attendance(
                TODAY,
                LocalTime.of(9, 0),
                List.of(present("p1"), present("p2"), new Mark("p3", Presence.ABSENT, "")),
                List.of(" 赵督导 县纪委 ", "")),
            due,
            Map.of());
    assertThat(checked.observers()).containsExactly("赵督导 县纪委");
    assertThat(checked.present()).hasSize(2);
  }

  private void assertRefused(Attendance given, String... words) {
    assertThatThrownBy(() -> rules.checked(given, due, Map.of()))
        .isInstanceOf(SubmissionRefused.class)
        .satisfies(refused -> assertThat(refused.getMessage()).contains(words));
  }

  private static Attendance given(Mark... marks) {
    return new Attendance(TODAY, LocalTime.of(9, 0), Arrays.asList(marks), List.of());
  }

  private static Map<String, Leave> leaves(Decision decision) {
    return Map.of("p2", new Leave("p2", "TRAINING", decision, 1, Instant.EPOCH));
  }

  private static Mark present(String person) {
    return new Mark(person, Presence.PRESENT, null);
  }

  private static Mark leave(String person, String reason) {
    return new Mark(person, Presence.LEAVE, reason);
  }

  private static RosterEntry member(String id, String name, int rank) {
    return new RosterEntry(id, name, rank, "委员", rank == 1, true);
  }

  static Sentences sentences() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/lifemeeting");
    messages.setDefaultEncoding("UTF-8");
    return new Sentences(messages);
  }
}
