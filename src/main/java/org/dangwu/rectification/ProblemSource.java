package org.dangwu.rectification;

import java.util.List;

/**
 * Tells which problems a procedure found with a secretary (述职人), so that his list begins with them
 * (C21). Other modules implement it; lists of bodies have no such source.
 */
public interface ProblemSource {

  /**
   * One element a problem, in the order in which they were named; empty when there are none.
   *
   * @param entryId the secretary's entry in the run (述职对象)
   */
  List<FoundProblem> problems(String caseId, String entryId);
}
