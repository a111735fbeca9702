package org.dangwu.archive;

import java.util.List;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/**
 * Files the case (E31); with the input parameter {@code completeness} = {@code AS_IT_IS} whatever
 * there is of a case that was terminated (E35). Otherwise what is missing leads to the step 补齐归档材料
 * by the error of the model, which finds in {@code archiveTypes} what may be written there and in
 * {@code archiveProblem} why.
 */
@ModelBean("archive")
class ArchiveDelegate implements JavaDelegate {

  private static final List<String> FACTS =
      List.of("archiveMissing", "archiveTypes", "archiveProblem");

  private final Archive archive;

  ArchiveDelegate(Archive archive) {
    this.archive = archive;
  }

  @Override
  public void execute(DelegateExecution execution) {
    if ("AS_IT_IS".equals(execution.getVariableLocal("completeness"))) {
      archive.fileUnfinished((String) execution.getVariable("caseId"));
    } else {
      file(execution);
    }
  }

  private void file(DelegateExecution execution) {
    try {
      archive.file((String) execution.getVariable("caseId"));
      execution.removeVariables(FACTS);
    } catch (ArchiveIncomplete e) {
      execution.setVariable("archiveMissing", TitleList.of(e.titles()));
      execution.setVariable("archiveTypes", String.join(",", e.repairable()));
      execution.setVariable("archiveProblem", TitleList.shortened(e.getMessage()));
      throw new BpmnError("ARCHIVE_INCOMPLETE", e.getMessage());
    }
  }
}
