package org.dangwu.lifemeeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.TaskView;
import org.dangwu.lifemeeting.Agenda.Away;
import org.dangwu.lifemeeting.Agenda.State;
import org.dangwu.lifemeeting.Agenda.Step;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
import org.springframework.stereotype.Component;

/** Reads from the open task where the meeting stands (A20–A24). */
@Component
class AgendaOrder {

  /** The steps of the meeting in the order of the rule. */
  static final List<String> ELEMENTS =
      List.of(Tasks.REPORT_PREVIOUS, Tasks.REVIEW_BODY, Tasks.REVIEW_MEMBER, Tasks.SUM_UP);

  private final Rosters rosters;
  private final AttendanceBook attendance;
  private final WrittenStatements statements;
  private final Dossiers dossiers;
  private final Sentences sentences;

  AgendaOrder(
      Rosters rosters,
      AttendanceBook attendance,
      WrittenStatements statements,
      Dossiers dossiers,
      Sentences sentences) {
    this.rosters = rosters;
    this.attendance = attendance;
    this.statements = statements;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  Agenda of(TaskView task) {
    String caseId = task.fact(LifeMeetingProcess.CASE_ID.name());
    List<RosterEntry> due = rosters.of(caseId);
    return new Agenda(steps(task, due), away(caseId, due));
  }

  private List<Step> steps(TaskView task, List<RosterEntry> due) {
    int now = ELEMENTS.indexOf(task.elementId());
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < ELEMENTS.size(); i++) {
      String element = ELEMENTS.get(i);
      State state = state(i, now);
      if (element.equals(Tasks.REVIEW_MEMBER)) {
        steps.addAll(turns(task, due, state));
      } else {
        steps.add(
            new Step(
                sentences.say("agenda." + element),
                sentences.say("agenda." + element + ".detail"),
                false,
                state));
      }
    }
    return List.copyOf(steps);
  }

  private List<Step> turns(TaskView task, List<RosterEntry> due, State whole) {
    Map<String, RosterEntry> members =
        due.stream().collect(Collectors.toMap(RosterEntry::personId, entry -> entry));
    List<String> inTurn = present(task);
    int now = inTurn.indexOf(task.fact(LifeMeetingProcess.MEMBER.name()));
    List<Step> turns = new ArrayList<>();
    for (int i = 0; i < inTurn.size(); i++) {
      RosterEntry member = members.get(inTurn.get(i));
      turns.add(
          new Step(
              member == null ? inTurn.get(i) : member.name(),
              member == null ? "" : member.title(),
              true,
              whole == State.NOW ? state(i, now) : whole));
    }
    return turns;
  }

  private static State state(int step, int now) {
    return step < now ? State.DONE : step == now ? State.NOW : State.NEXT;
  }

  /** Those who are there, in the order in which they speak. */
  static List<String> present(TaskView task) {
    return task.variables().get(LifeMeetingProcess.PRESENT_MEMBERS.name()) instanceof List<?> ids
        ? ids.stream().map(String::valueOf).toList()
        : List.of();
  }

  private List<Away> away(String caseId, List<RosterEntry> due) {
    Map<String, String> names =
        due.stream().collect(Collectors.toMap(RosterEntry::personId, RosterEntry::name));
    return attendance.latest(caseId).stream()
        .flatMap(
            held ->
                held.marks().stream()
                    .filter(mark -> mark.presence() != Presence.PRESENT)
                    .map(
                        mark ->
                            new Away(
                                names.getOrDefault(mark.personId(), mark.personId()),
                                mark.presence().label(),
                                statements.of(caseId, mark.personId(), held).label(),
                                statement(caseId, mark.personId()))))
        .toList();
  }

  private String statement(String caseId, String personId) {
    return dossiers.versionsOfRound(DocumentKey.about(caseId, "leaveStatement", personId)).stream()
        .filter(version -> version.isFinal())
        .reduce((earlier, later) -> later)
        .map(version -> version.id())
        .orElse(null);
  }
}
