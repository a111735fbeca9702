package org.dangwu.lifemeeting;

import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.springframework.stereotype.Component;

/** What pages call a meeting, so that a special one is not taken for that of the year. */
@Component
class MeetingNames {

  private final ProcedureCases cases;
  private final Sentences sentences;

  MeetingNames(ProcedureCases cases, Sentences sentences) {
    this.cases = cases;
    this.sentences = sentences;
  }

  /** Body, year and kind, e.g. 县教育局党组2026年度民主生活会. */
  String of(String caseId) {
    ProcedureCase run = cases.find(caseId).orElseThrow(() -> sentences.refusal("task.gone"));
    return run.organizationName() + run.title();
  }
}
