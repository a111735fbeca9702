package org.dangwu.memberreview;

import java.util.Set;

/** What became of the members' own summaries (个人总结); never what is in them. */
public interface ReviewSummaries {

  /** Members recorded as having refused a summary after being urged (E22). */
  Set<String> refused(String caseId);
}
