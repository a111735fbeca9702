package org.dangwu.memberreview.preparation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.RosterState;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.memberreview.preparation.Plan.MassesWay;
import org.dangwu.memberreview.preparation.Plan.MeetingForm;
import org.dangwu.memberreview.roster.ReviewGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanRulesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private PlanRules rules;

  @BeforeEach
  void sentencesThatNameTheirKey() {
    ReviewSentences sentences = mock(ReviewSentences.class);
    when(sentences.refusal(anyString(), any(Object[].class)))
        .thenAnswer(call -> new SubmissionRefused(call.getArgument(0)));
    when(sentences.refusal(anyString()))
        .thenAnswer(call -> new SubmissionRefused(call.getArgument(0)));
    rules = new PlanRules(sentences, Clock.fixed(TODAY.atStartOfDay(ZONE).toInstant(), ZONE));
  }

  @Test
  void orderlyPlanIsTaken() {
    assertThatCode(() -> rules.checked(plan(10, 12, 15, null), null, false))
        .doesNotThrowAnyException();
    assertThatCode(() -> rules.checked(plan(10, 10, 10, null), TODAY.plusDays(10), true))
        .doesNotThrowAnyException();
  }

  @Test
  void stepsFollowOneAnotherAndEndWithTheCampaign() {
    refused(plan(0, 12, 15, null), null, "plan.summaryPast");
    refused(plan(10, 9, 15, null), null, "plan.peerBeforeSummary");
    refused(plan(10, 12, 11, null), null, "plan.assemblyBeforePeer");
    refused(plan(10, 12, 15, null), TODAY.plusDays(14), "plan.beyondCampaign");
  }

  @Test
  void branchWithoutCommitteeHoldsNoCommitteeMeetingAndReviewsNone() {
    refused(plan(10, 12, 15, MeetingForm.COMMITTEE), null, "plan.noCommittee");
    Plan reviewing =
        new Plan(
            TODAY,
            TODAY,
            TODAY.plusDays(1),
            TODAY.plusDays(2),
            TODAY.plusDays(3),
            false,
            null,
            MassesWay.NONE,
            true,
            "");
    refused(reviewing, null, "plan.noCommitteeToReview");
  }

  @Test
  void everybodyBelongsToOneGroupThatHisLeaderLeads() {
    List<RosterMember> members = List.of(member("a"), member("b"), member("c"), member("d"));
    List<ReviewGroup> two = List.of(new ReviewGroup("一组", "a"), new ReviewGroup("二组", "c"));
    assertThatCode(
            () ->
                rules.checked(
                    new Groups(two, Map.of("a", "一组", "b", "一组", "c", "二组", "d", "二组")), members))
        .doesNotThrowAnyException();
    refused(new Groups(two, Map.of("a", "一组", "b", "一组", "c", "二组")), members, "plan.ungrouped");
    refused(
        new Groups(two, Map.of("a", "二组", "b", "一组", "c", "二组", "d", "二组")),
        members,
        "plan.leaderElsewhere");
    refused(
        new Groups(two, Map.of("a", "一组", "b", "二组", "c", "二组", "d", "二组")),
        members,
        "plan.groupSmall");
    refused(new Groups(List.of(new ReviewGroup("一组", "x")), Map.of()), members, "plan.groupLeader");
    refused(new Groups(List.of(), Map.of()), members, "plan.noGroup");
  }

  private void refused(Plan plan, LocalDate last, String key) {
    assertThatThrownBy(() -> rules.checked(plan, last, false)).hasMessage(key);
  }

  private void refused(Groups groups, List<RosterMember> members, String key) {
    assertThatThrownBy(() -> rules.checked(groups, members)).hasMessage(key);
  }

  private static Plan plan(int summaries, int peer, int assembly, MeetingForm form) {
    return new Plan(
        TODAY,
        TODAY,
        TODAY.plusDays(summaries),
        TODAY.plusDays(peer),
        TODAY.plusDays(assembly),
        form != null,
        form,
        MassesWay.FORUM,
        false,
        "");
  }

  private static RosterMember member(String id) {
    return new RosterMember(
        "case",
        id,
        id,
        "",
        1,
        true,
        false,
        false,
        true,
        true,
        true,
        true,
        true,
        false,
        RosterState.ACTIVE,
        "");
  }
}
