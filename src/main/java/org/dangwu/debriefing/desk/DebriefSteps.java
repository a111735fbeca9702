package org.dangwu.debriefing.desk;

import java.util.Set;
import org.dangwu.engine.CompletingTask;

/** Tells tasks of the debriefing from those of other models, whatever their elements are called. */
public final class DebriefSteps {

  /** Keys of the debriefing and of the models that it calls for each secretary. */
  public static final Set<String> KEYS =
      Set.of("debriefing", "debriefing-report", "debriefing-result");

  private DebriefSteps() {}

  public static boolean is(CompletingTask task, String element) {
    return of(task) && task.elementId().equals(element);
  }

  public static boolean of(CompletingTask task) {
    return KEYS.contains(task.processDefinitionKey());
  }
}
