package org.dangwu.debriefing.change;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.ModelBean;

/** Step 登记述职方式: what the committee's secretary decided takes effect, or all stays (E26). */
@ModelBean("applyModeChange")
class ApplyModeChange implements JavaDelegate {

  private final ModeBook book;
  private final DebriefEntries entries;
  private final Dossiers dossiers;

  ApplyModeChange(ModeBook book, DebriefEntries entries, Dossiers dossiers) {
    this.book = book;
    this.entries = entries;
    this.dossiers = dossiers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable(DebriefingProcess.CASE_ID);
    String entryId = (String) execution.getVariable(DebriefingProcess.ENTRY_ID);
    boolean agreed = "AGREE".equals(execution.getVariable(DebriefingProcess.MODE_DECISION));
    book.submitted(caseId, entryId)
        .ifPresent(
            request -> {
              if (agreed) {
                entries.changeMode(entryId, request.mode(), request.reason());
              }
              book.decided(request.taskId(), agreed);
              DocumentKey paper =
                  DocumentKey.about(caseId, ChangePapers.MODE, entries.person(entryId));
              if (dossiers.exists(paper)) {
                dossiers.finish(paper, request.requestedBy());
              }
            });
    DelegateExecution run = execution.getProcessInstance();
    run.setVariable(DebriefingProcess.HAS_SESSION, entries.hasSession(caseId));
    run.setVariable(DebriefingProcess.HAS_WRITTEN, entries.hasWritten(caseId));
  }
}
