package org.dangwu.archive;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** Files the case; what is missing leads to the step 补齐归档材料 by the error of the model. */
@ModelBean("archive")
class ArchiveDelegate implements JavaDelegate {

  private final Archive archive;

  ArchiveDelegate(Archive archive) {
    this.archive = archive;
  }

  @Override
  public void execute(DelegateExecution execution) {
    try {
      archive.file((String) execution.getVariable("caseId"));
      execution.removeVariable("archiveMissing");
    } catch (ArchiveIncomplete e) {
      execution.setVariable("archiveMissing", TitleList.of(e.titles()));
      throw new BpmnError("ARCHIVE_INCOMPLETE", e.getMessage());
    }
  }
}
