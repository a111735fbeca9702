package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers a special meeting together with the paper that says why; either both or neither. */
@Component
class SpecialOrder {

  private final SpecialRuns runs;
  private final Dossiers dossiers;
  private final Clock clock;

  SpecialOrder(SpecialRuns runs, Dossiers dossiers, Clock clock) {
    this.runs = runs;
    this.dossiers = dossiers;
    this.clock = clock;
  }

  @Transactional
  ProcedureCase begin(
      String organization, Map<String, Object> facts, Map<String, String> texts, String userId) {
    ProcedureCase run = runs.begin(organization, LocalDate.now(clock).getYear(), facts);
    DocumentKey paper = DocumentKey.of(run.caseId(), SpecialRuns.ORDER);
    dossiers.write(paper, texts, userId);
    dossiers.finish(paper, userId);
    return run;
  }
}
