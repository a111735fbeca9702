package org.dangwu.memberreview.desk;

import org.dangwu.engine.CompletingTask;
import org.dangwu.memberreview.MemberReviewProcess;

/** Tells tasks of the review from those of other models, whatever their elements are called. */
public final class Steps {

  private Steps() {}

  public static boolean is(CompletingTask task, String element) {
    return of(task) && task.elementId().equals(element);
  }

  public static boolean of(CompletingTask task) {
    return task.processDefinitionKey().equals(MemberReviewProcess.KEY);
  }
}
