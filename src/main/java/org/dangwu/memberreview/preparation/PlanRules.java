package org.dangwu.memberreview.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.memberreview.preparation.Plan.MeetingForm;
import org.dangwu.memberreview.roster.ReviewGroup;
import org.springframework.stereotype.Component;

/** Whether a plan can be carried out as it stands (B01, B03, B13). */
@Component("reviewPlanRules")
class PlanRules {

  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_REMARK = 2000;

  private final ReviewSentences sentences;
  private final Clock clock;

  PlanRules(ReviewSentences sentences, Clock clock) {
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * @param last last day set by the committee, or null
   * @param hasCommittee whether the branch has a committee that can meet and be reviewed
   * @throws org.dangwu.engine.SubmissionRefused with what is to be mended
   */
  Plan checked(Plan plan, LocalDate last, boolean hasCommittee) {
    require(plan.studyFrom() != null && plan.studyTo() != null, "plan.study");
    require(plan.summaryDue() != null, "plan.summaryDue");
    require(plan.peerOn() != null, "plan.peerOn");
    require(plan.assemblyOn() != null, "plan.assemblyOn");
    require(!plan.studyTo().isBefore(plan.studyFrom()), "plan.studyOrder");
    require(plan.summaryDue().isAfter(LocalDate.now(clock)), "plan.summaryPast");
    require(!plan.summaryDue().isBefore(plan.studyFrom()), "plan.summaryBeforeStudy");
    require(!plan.peerOn().isBefore(plan.summaryDue()), "plan.peerBeforeSummary");
    require(!plan.assemblyOn().isBefore(plan.peerOn()), "plan.assemblyBeforePeer");
    if (last != null && plan.assemblyOn().isAfter(last)) {
      throw sentences.refusal(
          "plan.beyondCampaign", last.getYear(), last.getMonthValue(), last.getDayOfMonth());
    }
    require(plan.combined() != null, "plan.combined");
    require(!plan.combined() || plan.form() != null, "plan.form");
    require(plan.form() != MeetingForm.COMMITTEE || hasCommittee, "plan.noCommittee");
    require(plan.massesWay() != null, "plan.masses");
    require(plan.committeeReview() != null, "plan.committeeReview");
    require(!plan.committeeReview() || hasCommittee, "plan.noCommitteeToReview");
    require(plan.remark().length() <= LONGEST_REMARK, "plan.remark");
    return plan;
  }

  /**
   * @param participants everybody who takes part belongs to exactly one group
   * @throws org.dangwu.engine.SubmissionRefused with what is to be mended
   */
  Groups checked(Groups groups, List<RosterMember> participants) {
    require(!groups.list().isEmpty(), "plan.noGroup");
    Set<String> names = new HashSet<>();
    Set<String> persons = new HashSet<>();
    participants.forEach(member -> persons.add(member.personId()));
    for (ReviewGroup group : groups.list()) {
      require(!group.name().isBlank(), "plan.groupName");
      require(group.name().length() <= LONGEST_NAME, "plan.groupNameLong");
      if (!names.add(group.name())) {
        throw sentences.refusal("plan.groupTwice", group.name());
      }
      if (!persons.contains(group.leaderId())) {
        throw sentences.refusal("plan.groupLeader", group.name());
      }
    }
    for (RosterMember member : participants) {
      String name = groups.members().get(member.personId());
      if (name == null || !names.contains(name)) {
        throw sentences.refusal("plan.ungrouped", member.name());
      }
    }
    for (ReviewGroup group : groups.list()) {
      if (!group.name().equals(groups.members().get(group.leaderId()))) {
        throw sentences.refusal("plan.leaderElsewhere", group.name());
      }
      if (groups.members().values().stream().filter(group.name()::equals).count() < 2
          && groups.list().size() > 1) {
        throw sentences.refusal("plan.groupSmall", group.name());
      }
    }
    return groups;
  }

  private void require(boolean holds, String key) {
    if (!holds) {
      throw sentences.refusal(key);
    }
  }
}
