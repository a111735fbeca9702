package org.dangwu.debriefing.session;

import java.util.List;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.debriefing.session.Absence.Decision;
import org.dangwu.debriefing.session.Sitting.Mark;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.notification.Announcement;
import org.dangwu.notification.Notifications;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sends absent debriefers to a further session or lets them report in writing (E26, E29). */
@Component("debriefAbsenceGuard")
@Order(50)
class AbsenceGuard implements CompletionGuard {

  private final SittingBook sittings;
  private final AbsenceBook book;
  private final AbsenceRules rules;
  private final DebriefEntries entries;
  private final Notifications notifications;
  private final DebriefSentences sentences;

  AbsenceGuard(
      SittingBook sittings,
      AbsenceBook book,
      AbsenceRules rules,
      DebriefEntries entries,
      Notifications notifications,
      DebriefSentences sentences) {
    this.sittings = sittings;
    this.book = book;
    this.rules = rules;
    this.entries = entries;
    this.notifications = notifications;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DebriefSteps.is(task, Tasks.DECIDE_ABSENT)) {
      return;
    }
    String caseId = (String) task.variable(DebriefingProcess.CASE_ID);
    String attendance =
        sittings.latestTask(caseId).orElseThrow(() -> sentences.refusal("session.missing"));
    List<String> absent =
        sittings.find(attendance).orElseThrow().absentees().stream().map(Mark::entryId).toList();
    List<Absence> decided =
        rules.checked(
            book.of(attendance), absent, entry -> entries.find(entry).orElseThrow().name());
    decided.stream()
        .filter(one -> one.decision() == Decision.WRITTEN)
        .forEach(one -> entries.changeMode(one.entryId(), DebriefMode.WRITTEN, one.reason()));
    List<Absence> later =
        decided.stream().filter(one -> one.decision() == Decision.NEXT_SESSION).toList();
    task.setVariable(
        DebriefingProcess.NEXT_SESSION,
        later.isEmpty() ? DebriefingProcess.NO : DebriefingProcess.YES);
    later.stream()
        .findFirst()
        .ifPresent(
            one ->
                task.setVariable(
                    DebriefingProcess.SESSION_DATE, Deadlines.startOf(one.nextDate())));
    task.setVariable(DebriefingProcess.HAS_WRITTEN, entries.hasWritten(caseId));
    decided.forEach(
        one -> tell(one, attendance, (String) task.variable(DebriefingProcess.ORGANIZATION)));
  }

  private void tell(Absence absence, String attendance, String organization) {
    DebriefEntry entry = entries.find(absence.entryId()).orElseThrow();
    boolean writes = absence.decision() == Decision.WRITTEN;
    Announcement announcement =
        Announcement.of(
                "debrief-absent/" + attendance + "/" + entry.entryId(),
                writes ? "debrief-written-instead" : "debrief-session-called",
                entry.caseId(),
                organization)
            .about(entry.personId());
    notifications.announce(writes ? announcement : announcement.due(absence.nextDate()));
  }
}
