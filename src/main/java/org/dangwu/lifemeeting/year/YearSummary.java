package org.dangwu.lifemeeting.year;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.ModelBean;

/** Sums the year up: facts only, in the order of the roster, no ranking (A01, A35). */
@ModelBean("yearSummary")
class YearSummary implements JavaDelegate {

  private final YearBook book;
  private final YearStandings standings;
  private final Dossiers dossiers;

  YearSummary(YearBook book, YearStandings standings, Dossiers dossiers) {
    this.book = book;
    this.standings = standings;
    this.dossiers = dossiers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable("caseId");
    Deployment deployment = book.find(caseId).orElseThrow();
    dossiers.file(
        DocumentKey.of(caseId, "yearSummary"), Map.of("facts", text(deployment)), "system");
  }

  private String text(Deployment deployment) {
    List<BodyStanding> all = standings.of(deployment);
    long held = all.stream().filter(body -> body.state() == BodyState.HELD).count();
    return "召开时间：%s至%s\n应召开 %d 个单位，已召开 %d 个，经同意延期 %d 个。\n%s"
        .formatted(
            deployment.windowStart(),
            deployment.windowEnd(),
            all.size(),
            held,
            all.size() - held,
            all.stream().map(body -> line(deployment, body)).collect(Collectors.joining("\n")));
  }

  private String line(Deployment deployment, BodyStanding body) {
    String handled =
        book.handlings(deployment.caseId(), body.code()).stream()
            .map(handling -> handling.decision().label() + handling.until())
            .collect(Collectors.joining("，"));
    return body.name()
        + "："
        + body.text()
        + (handled.isEmpty() ? "" : "；处理：" + handled)
        + (body.number() == null ? "" : "；编号 " + body.number());
  }
}
