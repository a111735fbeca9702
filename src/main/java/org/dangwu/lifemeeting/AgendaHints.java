package org.dangwu.lifemeeting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.TaskView;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.dangwu.organization.People;
import org.dangwu.rectification.Rectifications;
import org.springframework.stereotype.Component;

/**
 * What the system knows already and the recorder need not type again (A21): offered beside empty
 * sections, never put in unasked.
 */
@Component
class AgendaHints {

  private final AttendanceBook attendance;
  private final Dossiers dossiers;
  private final People people;
  private final Rectifications rectifications;

  AgendaHints(
      AttendanceBook attendance, Dossiers dossiers, People people, Rectifications rectifications) {
    this.attendance = attendance;
    this.dossiers = dossiers;
    this.people = people;
    this.rectifications = rectifications;
  }

  /** Section key to a text that may be taken over. */
  Map<String, String> of(TaskView task, Agenda agenda, String recorder) {
    Map<String, String> hints = new LinkedHashMap<>();
    if (task.elementId().equals(Tasks.REPORT_PREVIOUS)) {
      hints.put("facts", facts(task, recorder));
      List<String> items = openItems(task);
      if (!items.isEmpty()) {
        hints.put("previous", String.join("\n", items));
      }
    }
    return hints;
  }

  /** Open rectification items of earlier years, one line each (E32). */
  List<String> openItems(TaskView task) {
    return rectifications
        .openItems(
            task.fact(LifeMeetingProcess.ORGANIZATION.name()),
            Integer.parseInt(task.fact(LifeMeetingProcess.YEAR.name())))
        .stream()
        .map(
            item ->
                "%s %s（责任人：%s，期限：%s，%s）"
                    .formatted(
                        item.id(),
                        item.problem(),
                        people.name(item.owner()),
                        item.dueOn(),
                        item.state().label()))
        .toList();
  }

  private String facts(TaskView task, String recorder) {
    String caseId = task.fact(LifeMeetingProcess.CASE_ID.name());
    Map<String, String> plan = plan(caseId, recorder);
    Optional<Attendance> held = attendance.latest(caseId);
    StringBuilder facts = new StringBuilder();
    held.ifPresent(
        meeting ->
            facts
                .append(
                    "时间：%d年%d月%d日"
                        .formatted(
                            meeting.heldOn().getYear(),
                            meeting.heldOn().getMonthValue(),
                            meeting.heldOn().getDayOfMonth()))
                .append(meeting.startedAt() == null ? "" : " " + meeting.startedAt())
                .append('\n'));
    line(facts, "地点", plan.get("place"));
    line(facts, "主持人", plan.get("chair"));
    line(facts, "记录人", people.name(recorder));
    held.ifPresent(
        meeting ->
            facts.append(
                "应到%d人，实到%d人。".formatted(meeting.marks().size(), meeting.present().size())));
    return facts.toString();
  }

  private static void line(StringBuilder facts, String label, String text) {
    if (text != null && !text.isBlank()) {
      facts.append(label).append('：').append(text).append('\n');
    }
  }

  private Map<String, String> plan(String caseId, String recorder) {
    return dossiers
        .find(DocumentKey.of(caseId, "plan"))
        .map(plan -> dossiers.read(plan.id(), recorder))
        .orElse(Map.of());
  }
}
