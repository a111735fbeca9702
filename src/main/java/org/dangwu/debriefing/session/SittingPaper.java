package org.dangwu.debriefing.session;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dangwu.debriefing.session.Sitting.Mark;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** The attendance as the record of the meeting has it (到会情况). */
@Component("debriefSittingPaper")
class SittingPaper {

  private final People people;

  SittingPaper(People people) {
    this.people = people;
  }

  String text(Sitting sitting) {
    return "第%d次会议，%s %s召开。记录人：%s。\n%s\n列席：%s"
        .formatted(
            sitting.number(),
            sitting.heldOn(),
            sitting.startedAt(),
            people.name(sitting.recorder()),
            Arrays.stream(Capacity.values())
                .map(capacity -> group(capacity, sitting))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n")),
            sitting.guests().isEmpty() ? "无" : String.join("、", sitting.guests()));
  }

  private String group(Capacity capacity, Sitting sitting) {
    List<Mark> marks =
        sitting.marks().stream().filter(mark -> mark.capacity() == capacity).toList();
    if (marks.isEmpty()) {
      return "";
    }
    List<Mark> away = marks.stream().filter(mark -> !mark.present()).toList();
    return "%s：应到 %d 人，实到 %d 人%s。"
        .formatted(
            capacity.label(),
            marks.size(),
            marks.size() - away.size(),
            away.isEmpty()
                ? ""
                : "；未到会：" + away.stream().map(this::away).collect(Collectors.joining("、")));
  }

  private String away(Mark mark) {
    return people.name(mark.personId())
        + "（"
        + mark.presence().label()
        + (mark.reason().isEmpty() ? "" : "，" + mark.reason())
        + "）";
  }
}
