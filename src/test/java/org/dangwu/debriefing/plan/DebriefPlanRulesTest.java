package org.dangwu.debriefing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dangwu.debriefing.CommentMode;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.ComponentWeights;
import org.dangwu.debriefing.DebriefPlan.Criterion;
import org.dangwu.debriefing.DebriefPlan.FieldTeam;
import org.dangwu.debriefing.DebriefPlan.KeyContent;
import org.dangwu.debriefing.DebriefPlan.Participant;
import org.dangwu.debriefing.DebriefPlan.VoterClassWeight;
import org.dangwu.debriefing.EntryState;
import org.dangwu.debriefing.ManagementAuthority;
import org.dangwu.models.Proves;
import org.dangwu.organization.UnitType;
import org.dangwu.testing.AdjustableClock;
import org.junit.jupiter.api.Test;

class DebriefPlanRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private final DebriefPlanRules rules =
      new DebriefPlanRules(DebriefTexts.sentences(), AdjustableClock.on(TODAY));
  private final DebriefPlanRules.Limits limits = new DebriefPlanRules.Limits(30, 10);

  private final DebriefEntry town = entry("e1", "p1", DebriefMode.ONSITE, null);
  private final List<DebriefEntry> entries = new ArrayList<>(List.of(town));

  @Proves({"C04", "C05", "C12"})
  @Test
  void aCompletePlanLacksNothing() {
    assertThat(missing(plan -> plan)).isEmpty();
  }

  @Proves("C03")
  @Test
  void whoNormallySpeaksOnSiteWritesOnlyForAReason() {
    entries.set(0, entry("e1", "p1", DebriefMode.WRITTEN, null));
    assertThat(missing(plan -> plan)).anyMatch(one -> one.contains("改为书面述职须写明理由：示例镇党委 甲"));
    entries.set(0, entry("e1", "p1", DebriefMode.WRITTEN, "参加抢险救灾"));
    assertThat(missing(plan -> plan)).isEmpty();
  }

  @Proves("C04")
  @Test
  void theYearsKeyContentIsSetForEverybody() {
    assertThat(missing(p -> with(p, List.of(new KeyContent("e1", "", "专题")), p.criteria())))
        .anyMatch(one -> one.contains("重点内容"));
  }

  @Proves("C05")
  @Test
  void atLeastOneCriterionIsChosenFromTheCatalogue() {
    assertThat(missing(p -> with(p, p.keyContents(), List.of())))
        .anyMatch(one -> one.contains("评议内容"));
  }

  @Proves("C12")
  @Test
  void classesOfVotersAreFilledAndTheirWeightsMakeAWhole() {
    assertThat(missing(p -> voters(p, List.of()))).anyMatch(one -> one.contains("人员类别、人员和权重"));
    assertThat(
            missing(
                p ->
                    voters(
                        p,
                        List.of(
                            new VoterClassWeight("LEADERS", "领导班子成员", 60, 0),
                            new VoterClassWeight("DELEGATES", "党代表", 30, 0)))))
        .anyMatch(one -> one.contains("“党代表”还没有人员"))
        .anyMatch(one -> one.contains("应为 100，现为 90"));
    assertThat(
            missing(
                p ->
                    voters(
                        p,
                        List.of(
                            new VoterClassWeight("LEADERS", "领导班子成员", 0, 0),
                            new VoterClassWeight("DELEGATES", "党代表", 100, -1)))))
        .anyMatch(one -> one.contains("“领导班子成员”的权重"))
        .anyMatch(one -> one.contains("“党代表”的纸质票数"));
  }

  @Proves("C15")
  @Test
  void theShareOfGoodGradesMayBeLowerThanTheOfficesButNotHigher() {
    assertThat(missing(p -> share(p, 31))).anyMatch(one -> one.contains("1% 至 30%"));
    assertThat(missing(p -> share(p, 0))).anyMatch(one -> one.contains("1% 至 30%"));
    assertThat(missing(p -> share(p, 20))).isEmpty();
  }

  @Proves("C06")
  @Test
  void reportsComeTenDaysBeforeTheSession() {
    LocalDate session = TODAY.plusDays(30);
    assertThat(missing(p -> days(p, session.minusDays(9), session)))
        .anyMatch(one -> one.contains("会议10日以前"));
    assertThat(missing(p -> days(p, session.minusDays(10), session))).isEmpty();
    assertThat(missing(p -> days(p, TODAY, session))).anyMatch(one -> one.contains("今日以后"));
  }

  @Proves("C08")
  @Test
  void everybodyIsSeenOnTheSpotOrItIsSaidWhyNot() {
    assertThat(missing(p -> teams(p, List.of(), ""))).anyMatch(one -> one.contains("实地考核"));
    assertThat(missing(p -> teams(p, List.of(), "本年度上半年已经实地考核"))).isEmpty();
    entries.add(entry("e2", "p2", DebriefMode.WRITTEN, "出国"));
    assertThat(missing(p -> p)).anyMatch(one -> one.contains("没有安排实地考核"));
    FieldTeam own = new FieldTeam("f1", "p2", List.of(), List.of("e1", "e2"));
    assertThat(missing(p -> teams(p, List.of(own), ""))).anyMatch(one -> one.contains("书记本人"));
  }

  @Proves("C09")
  @Test
  void whatCountsTogetherIsOneAssessmentOfAHundred() {
    assertThat(missing(p -> weights(p, new ComponentWeights(60, 30, 20))))
        .anyMatch(one -> one.contains("三项权重"));
    assertThat(missing(p -> weights(p, new ComponentWeights(60, 30, 10)))).isEmpty();
  }

  @Proves("C01")
  @Test
  void anotherTimeThanTheTurnOfTheYearIsPointedOut() {
    assertThat(rules.unusualTime(days(plan(), TODAY.plusDays(20), LocalDate.of(2026, 12, 31))))
        .isFalse();
    assertThat(rules.unusualTime(days(plan(), TODAY.plusDays(20), LocalDate.of(2027, 3, 31))))
        .isFalse();
    assertThat(rules.unusualTime(days(plan(), TODAY.plusDays(20), LocalDate.of(2027, 4, 1))))
        .isTrue();
  }

  private List<String> missing(UnaryOperator<DebriefPlan> change) {
    return rules.missing(change.apply(plan()), entries, limits);
  }

  private static DebriefEntry entry(String id, String person, DebriefMode mode, String reason) {
    return new DebriefEntry(
        id,
        "case",
        "T",
        "示例镇党委",
        person,
        "甲",
        "党委书记",
        UnitType.TOWN,
        mode,
        DebriefMode.ONSITE,
        true,
        reason,
        EntryState.ACTIVE,
        true,
        ManagementAuthority.OWN,
        1);
  }

  private static DebriefPlan plan() {
    LocalDate session = TODAY.plusDays(30);
    return new DebriefPlan(
        "case",
        2026,
        session.minusDays(10),
        session.minusDays(5),
        session,
        session.plusDays(15),
        session.plusDays(45),
        "县委会议室",
        CommentMode.ONE_BY_ONE,
        false,
        30,
        List.of(
            new VoterClassWeight("LEADERS", "领导班子成员", 60, 0),
            new VoterClassWeight("DELEGATES", "党代表", 40, 3)),
        List.of(new Participant("l1", "LEADERS")),
        Optional.empty(),
        List.of(new KeyContent("", "", "抓基层党建重点任务")),
        List.of(new Criterion("DUTY", "履行责任", "")),
        List.of(new FieldTeam("f1", "l1", List.of(), List.of("e1"))),
        "",
        false);
  }

  private static DebriefPlan with(DebriefPlan p, List<KeyContent> keys, List<Criterion> criteria) {
    return copy(p, p.classes(), p.maxGoodPercent(), p.weights(), keys, criteria, p.teams(), "");
  }

  private static DebriefPlan voters(DebriefPlan p, List<VoterClassWeight> classes) {
    return copy(
        p, classes, p.maxGoodPercent(), p.weights(), p.keyContents(), p.criteria(), p.teams(), "");
  }

  private static DebriefPlan share(DebriefPlan p, int percent) {
    return copy(p, p.classes(), percent, p.weights(), p.keyContents(), p.criteria(), p.teams(), "");
  }

  private static DebriefPlan weights(DebriefPlan p, ComponentWeights weights) {
    return copy(
        p,
        p.classes(),
        p.maxGoodPercent(),
        Optional.of(weights),
        p.keyContents(),
        p.criteria(),
        p.teams(),
        "");
  }

  private static DebriefPlan teams(DebriefPlan p, List<FieldTeam> teams, String remark) {
    return copy(
        p,
        p.classes(),
        p.maxGoodPercent(),
        p.weights(),
        p.keyContents(),
        p.criteria(),
        teams,
        remark);
  }

  private static DebriefPlan days(DebriefPlan p, LocalDate reports, LocalDate session) {
    return new DebriefPlan(
        p.caseId(),
        p.year(),
        reports,
        session,
        session,
        session.plusDays(1),
        session.plusDays(2),
        p.place(),
        p.commentMode(),
        p.rateWritten(),
        p.maxGoodPercent(),
        p.classes(),
        p.participants(),
        p.weights(),
        p.keyContents(),
        p.criteria(),
        p.teams(),
        p.remark(),
        false);
  }

  private static DebriefPlan copy(
      DebriefPlan p,
      List<VoterClassWeight> classes,
      int share,
      Optional<ComponentWeights> weights,
      List<KeyContent> keys,
      List<Criterion> criteria,
      List<FieldTeam> teams,
      String remark) {
    return new DebriefPlan(
        p.caseId(),
        p.year(),
        p.reportDueDate(),
        p.fieldDueDate(),
        p.sessionDate(),
        p.studyDate(),
        p.reportUpDueDate(),
        p.place(),
        p.commentMode(),
        p.rateWritten(),
        share,
        classes,
        p.participants(),
        weights,
        keys,
        criteria,
        teams,
        remark,
        false);
  }
}
