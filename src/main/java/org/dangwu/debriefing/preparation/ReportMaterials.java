package org.dangwu.debriefing.preparation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.Criterion;
import org.dangwu.debriefing.DebriefPlan.KeyContent;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.Facts;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.rectification.RectificationItem;
import org.dangwu.rectification.Rectifications;
import org.springframework.stereotype.Component;

/**
 * What the system knows already of a secretary's organisation, so that he need not type it again:
 * what the plan asks of him, what is still to be put right, and the facts of the other two
 * procedures (C04, C06, A35).
 */
@Component("debriefReportMaterials")
class ReportMaterials {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final DebriefPlans plans;
  private final Rectifications rectifications;
  private final Facts facts;
  private final ProcedureCases cases;

  ReportMaterials(
      DebriefPlans plans, Rectifications rectifications, Facts facts, ProcedureCases cases) {
    this.plans = plans;
    this.rectifications = rectifications;
    this.facts = facts;
    this.cases = cases;
  }

  List<KeyContent> keyContents(DebriefEntry entry) {
    return plans
        .of(entry.caseId())
        .map(plan -> plan.keyContentsFor(entry.entryId()))
        .orElse(List.of());
  }

  List<Criterion> criteria(DebriefEntry entry) {
    return plans.of(entry.caseId()).map(DebriefPlan::criteria).orElse(List.of());
  }

  /** What was listed in earlier years and is not done, oldest first (C21). */
  List<Open> open(DebriefEntry entry, int year, LocalDate today) {
    return rectifications.openItems(entry.organization(), year).stream()
        .map(item -> open(item, today))
        .toList();
  }

  /** Facts of this year and the one before, by day. */
  List<Known> known(DebriefEntry entry, int year) {
    return Stream.of(year - 1, year)
        .flatMap(one -> facts.of(entry.organization(), one).stream())
        .sorted(Comparator.comparing(Fact::day))
        .map(this::known)
        .toList();
  }

  static String quoteOpen(List<Open> items) {
    return items.stream().map(Open::quote).collect(Collectors.joining("\n"));
  }

  static String quoteKnown(List<Known> known) {
    return known.stream().map(Known::quote).collect(Collectors.joining("\n"));
  }

  private static Open open(RectificationItem item, LocalDate today) {
    return new Open(
        item.year(),
        item.problem(),
        item.measures(),
        DAY.format(item.dueOn()),
        item.state().label(),
        item.isOverdue(today));
  }

  private Known known(Fact fact) {
    String run =
        Optional.ofNullable(fact.caseId())
            .flatMap(cases::find)
            .map(ProcedureCase::title)
            .orElse(fact.year() + "年度");
    return new Known(
        DAY.format(fact.day()), run + "：" + fact.type().label(), fact.words(), fact.kept());
  }

  /** A problem that is still to be put right. */
  public record Open(
      int year, String problem, String measures, String dueOn, String state, boolean overdue) {

    String quote() {
      return "%d年“%s”：%s，整改期限%s。整改进展：".formatted(year, problem, state, dueOn);
    }
  }

  /**
   * A fact on record.
   *
   * @param label in which run what happened, such as 2026年度民主生活会：会议召开
   * @param kept whether the rule was kept, null when none applies
   */
  public record Known(String day, String label, String words, Boolean kept) {

    String quote() {
      return "%s（%s）%s。".formatted(label, day, words.isEmpty() ? "" : "：" + words);
    }
  }
}
