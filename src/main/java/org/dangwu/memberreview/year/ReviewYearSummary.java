package org.dangwu.memberreview.year;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.ModelBean;
import org.dangwu.procedure.GuidedBodies.Handled;

/** Sums the year up: facts only, in the order of the roster, no grades and no ranking (B01). */
@ModelBean("reviewYearSummary")
class ReviewYearSummary implements JavaDelegate {

  private final ReviewYearBook book;
  private final ReviewYearStandings standings;
  private final Dossiers dossiers;

  ReviewYearSummary(ReviewYearBook book, ReviewYearStandings standings, Dossiers dossiers) {
    this.book = book;
    this.standings = standings;
    this.dossiers = dossiers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable("caseId");
    ReviewYear year = book.find(caseId).orElseThrow();
    dossiers.file(
        DocumentKey.of(caseId, "reviewYearSummary"), Map.of("facts", text(year)), "system");
  }

  private String text(ReviewYear year) {
    List<BranchStanding> all = standings.of(year);
    return "应在 %s 前完成。\n所属党支部 %d 个，已完成 %d 个，不单独开展 %d 个，已终止 %d 个。\n%s"
        .formatted(
            year.endsOn(),
            all.size(),
            count(all, BranchState.FILED),
            count(all, BranchState.EXEMPT),
            count(all, BranchState.TERMINATED),
            all.stream().map(branch -> line(year, branch)).collect(Collectors.joining("\n")));
  }

  private static long count(List<BranchStanding> all, BranchState state) {
    return all.stream().filter(branch -> branch.state() == state).count();
  }

  private String line(ReviewYear year, BranchStanding branch) {
    String handled =
        book.handlings(year.caseId(), branch.code()).stream()
            .map(ReviewYearSummary::words)
            .collect(Collectors.joining("，"));
    return branch.name()
        + "："
        + branch.text()
        + (handled.isEmpty() ? "" : "；处理：" + handled)
        + (branch.number() == null ? "" : "；编号 " + branch.number());
  }

  private static String words(Handled<Decision> handled) {
    String label = handled.decision().label();
    return handled.until() == null ? label : label + handled.until();
  }
}
