package org.dangwu.debriefing.appraisal;

import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.appraisal.Distribution.Share;
import org.dangwu.engine.CompletingTask;

/** The counts on which the model routes (C15): how many, never who. */
final class ShareFacts {

  private ShareFacts() {}

  static void set(CompletingTask task, Share share) {
    task.setVariable(DebriefingProcess.GRADED_COUNT, share.total());
    task.setVariable(DebriefingProcess.GOOD_COUNT, share.good());
    task.setVariable(DebriefingProcess.MAX_GOOD_PERCENT, share.percent());
  }
}
