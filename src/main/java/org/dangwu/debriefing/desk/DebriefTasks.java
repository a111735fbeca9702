package org.dangwu.debriefing.desk;

import org.dangwu.desk.DeskTasks;
import org.dangwu.engine.TaskModels;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/** The tasks behind the pages of the debriefing, those of the models it calls included. */
@Component
public class DebriefTasks extends DeskTasks {

  DebriefTasks(TaskModels tasks, DebriefSentences sentences) {
    super(tasks, sentences, ProcedureKind.DEBRIEFING.label(), DebriefSteps.KEYS);
  }
}
