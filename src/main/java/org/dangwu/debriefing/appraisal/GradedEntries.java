package org.dangwu.debriefing.appraisal;

import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.springframework.stereotype.Component;

/** Who receives a grade in a run, in the order of the plan and never by grade. */
@Component("debriefGradedEntries")
class GradedEntries {

  private final DebriefEntries entries;

  GradedEntries(DebriefEntries entries) {
    this.entries = entries;
  }

  List<DebriefEntry> of(String caseId) {
    return entries.graded(caseId);
  }

  Optional<DebriefEntry> find(String caseId, String entryId) {
    return of(caseId).stream().filter(entry -> entry.entryId().equals(entryId)).findFirst();
  }
}
