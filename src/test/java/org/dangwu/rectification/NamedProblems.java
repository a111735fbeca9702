package org.dangwu.rectification;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Problems as a debriefing names them, for the lists of secretaries in tests. */
class NamedProblems implements ProblemSource {

  private final Map<String, List<FoundProblem>> named = new ConcurrentHashMap<>();

  void name(String entryId, FoundProblem... problems) {
    named.put(entryId, List.of(problems));
  }

  @Override
  public List<FoundProblem> problems(String caseId, String entryId) {
    return named.getOrDefault(entryId, List.of());
  }
}
