package org.dangwu.lifemeeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.Variables;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Turns what the recorder marked into the counts that decide the quorum (A19), and into the
 * document that is filed. Runs before the dossier's own guard, which makes that document final.
 */
@Component
@Order(50)
class AttendanceGuard implements CompletionGuard {

  /** How many stayed away without leave: a fact of the run (A35, E02). */
  private static final String ABSENT_WITHOUT_LEAVE = "absentWithoutLeave";

  /** The same for conditions of the model: NONE or WITHOUT_LEAVE. */
  private static final String ABSENCE_STATUS = "absenceStatus";

  private final AttendanceBook book;
  private final AttendanceRules rules;
  private final LeaveBook leaves;
  private final Rosters rosters;
  private final Dossiers dossiers;
  private final Sentences sentences;

  AttendanceGuard(
      AttendanceBook book,
      AttendanceRules rules,
      LeaveBook leaves,
      Rosters rosters,
      Dossiers dossiers,
      Sentences sentences) {
    this.book = book;
    this.rules = rules;
    this.leaves = leaves;
    this.rosters = rosters;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(Tasks.CONFIRM_ATTENDANCE)) {
      return;
    }
    String caseId = (String) task.variable(LifeMeetingProcess.CASE_ID.name());
    List<RosterEntry> due = rosters.of(caseId);
    Attendance attendance =
        book.find(task.taskId())
            .map(found -> rules.checked(found, due, leaves.of(caseId)))
            .orElseThrow(() -> sentences.refusal("attendance.missing"));
    dossiers.write(
        DocumentKey.of(caseId, "attendance"),
        Map.of("note", text(attendance, due)),
        task.assignee().orElse("system"));
    set(task, LifeMeetingProcess.HELD_DATE, Deadlines.startOf(attendance.heldOn()));
    set(task, LifeMeetingProcess.DUE_COUNT, due.size());
    set(task, LifeMeetingProcess.PRESENT_COUNT, attendance.present().size());
    set(task, LifeMeetingProcess.PRESENT_MEMBERS, list(attendance.present()));
    set(task, LifeMeetingProcess.ABSENTEES, list(attendance.absentees()));
    int withoutLeave = attendance.absentWithoutLeave().size();
    task.setVariable(ABSENT_WITHOUT_LEAVE, withoutLeave);
    task.setVariable(ABSENCE_STATUS, withoutLeave == 0 ? "NONE" : "WITHOUT_LEAVE");
  }

  private static void set(
      CompletingTask task, LifeMeetingProcess.Variable<?> variable, Object value) {
    task.setVariable(variable.name(), value);
  }

  static Object list(List<String> ids) {
    return Variables.objectValue(new ArrayList<>(ids))
        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
        .create();
  }

  private static String text(Attendance attendance, List<RosterEntry> due) {
    Map<String, String> names =
        due.stream().collect(Collectors.toMap(RosterEntry::personId, RosterEntry::name));
    String marks =
        attendance.marks().stream()
            .map(
                mark ->
                    names.get(mark.personId())
                        + "："
                        + mark.presence().label()
                        + (mark.reason().isEmpty() ? "" : "（" + mark.reason() + "）"))
            .collect(Collectors.joining("\n"));
    return "召开日期：%s%s\n应到 %d 人，实到 %d 人。\n%s\n未经请假缺席：%s\n列席：%s"
        .formatted(
            attendance.heldOn(),
            attendance.startedAt() == null ? "" : " " + attendance.startedAt(),
            due.size(),
            attendance.present().size(),
            marks,
            attendance.absentWithoutLeave().isEmpty()
                ? "无"
                : attendance.absentWithoutLeave().stream()
                    .map(names::get)
                    .collect(Collectors.joining("、")),
            attendance.observers().isEmpty() ? "无" : String.join("、", attendance.observers()));
  }
}
