package org.dangwu.debriefing.appraisal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A study is put off and a confirmation awaited until a day that is still to come (E28, C17). */
@Component("debriefAppraisalDatesGuard")
@Order(50)
class AppraisalDatesGuard implements CompletionGuard {

  private static final Map<String, String> DATES =
      Map.of(
          Tasks.POSTPONE_STUDY, DebriefingProcess.STUDY_DATE,
          Tasks.RECORD_FEEDBACK, DebriefingProcess.NEW_FEEDBACK_DATE);

  private final AppraisalSentences sentences;
  private final Clock clock;

  AppraisalDatesGuard(AppraisalSentences sentences, Clock clock) {
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DebriefSteps.of(task) || !DATES.containsKey(task.elementId()) || isTold(task)) {
      return;
    }
    if (!(task.variable(DATES.get(task.elementId())) instanceof Date date)
        || !day(date).isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("date.later");
    }
  }

  private LocalDate day(Date date) {
    return LocalDate.ofInstant(date.toInstant(), clock.getZone());
  }

  private static boolean isTold(CompletingTask task) {
    return task.elementId().equals(Tasks.RECORD_FEEDBACK) && ResultGuard.told(task);
  }
}
