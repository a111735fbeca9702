package org.dangwu.debriefing.outcome;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.personnel.PersonnelEntry;
import org.dangwu.personnel.PersonnelRegister;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the filing end only with the receipt of every keeper of a personnel file (C19). */
@Component("debriefFilesGuard")
@Order(50)
class FilesGuard implements CompletionGuard {

  private final PersonnelRegister register;
  private final DebriefEntries debriefed;
  private final Dossiers dossiers;
  private final DebriefSentences sentences;

  FilesGuard(
      PersonnelRegister register,
      DebriefEntries debriefed,
      Dossiers dossiers,
      DebriefSentences sentences) {
    this.register = register;
    this.debriefed = debriefed;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (DebriefSteps.is(task, Tasks.CONFIRM_PERSONNEL_FILES)) {
      files(task);
    }
  }

  private void files(CompletingTask task) {
    String caseId = (String) task.variable(DebriefingProcess.CASE_ID);
    List<PersonnelEntry> entries = register.ofCase(caseId);
    String missing =
        entries.stream()
            .filter(PersonnelEntry::lacksReceipt)
            .map(entry -> entry.material().personName())
            .collect(Collectors.joining("、"));
    if (!missing.isEmpty()) {
      throw sentences.refusal("outcome.files.missing", missing);
    }
    dossiers.file(
        DocumentKey.of(caseId, "personnelReceipts"),
        Map.of("text", paper(caseId, entries)),
        task.assignee().orElse("system"));
  }

  private String paper(String caseId, List<PersonnelEntry> entries) {
    return debriefed.graded(caseId).stream()
        .map(
            graded ->
                entries.stream()
                    .filter(entry -> entry.material().source().equals(graded.entryId()))
                    .findFirst()
                    .map(this::line)
                    .orElseGet(
                        () ->
                            sentences.say(
                                "outcome.files.none", graded.organizationName(), graded.name())))
        .collect(Collectors.joining("\n"));
  }

  private String line(PersonnelEntry entry) {
    return entry.receipt() == null
        ? sentences.say(
            "outcome.files.handed", entry.material().personName(), entry.material().destination())
        : sentences.say(
            "outcome.files.paper",
            entry.material().personName(),
            entry.material().destination(),
            entry.receipt().receiver(),
            entry.receipt().day().toString(),
            entry.receipt().number());
  }
}
