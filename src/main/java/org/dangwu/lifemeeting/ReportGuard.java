package org.dangwu.lifemeeting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The report to the superior names who stayed away without leave (E02). */
@Component
@Order(50)
class ReportGuard implements CompletionGuard {

  private static final String ELEMENT = "UserTask_WriteReport";
  private static final String SECTION = "attendance";

  private final AttendanceBook book;
  private final Rosters rosters;
  private final Dossiers dossiers;
  private final Sentences sentences;

  ReportGuard(AttendanceBook book, Rosters rosters, Dossiers dossiers, Sentences sentences) {
    this.book = book;
    this.rosters = rosters;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(ELEMENT)) {
      return;
    }
    String caseId = (String) task.variable(LifeMeetingProcess.CASE_ID.name());
    List<String> absent = absentWithoutLeave(caseId);
    if (absent.isEmpty()) {
      return;
    }
    String written = section(caseId, task.assignee().orElse("system"));
    String unnamed =
        absent.stream().filter(name -> !written.contains(name)).collect(Collectors.joining("、"));
    if (!unnamed.isEmpty()) {
      throw sentences.refusal("report.absentees", unnamed);
    }
  }

  private List<String> absentWithoutLeave(String caseId) {
    Set<String> absent =
        book.latest(caseId)
            .map(attendance -> Set.copyOf(attendance.absentWithoutLeave()))
            .orElse(Set.of());
    return rosters.of(caseId).stream()
        .filter(member -> absent.contains(member.personId()))
        .map(RosterEntry::name)
        .toList();
  }

  private String section(String caseId, String reader) {
    return dossiers
        .find(DocumentKey.of(caseId, "report"))
        .map(report -> dossiers.read(report.id(), reader))
        .orElse(Map.of())
        .getOrDefault(SECTION, "");
  }
}
