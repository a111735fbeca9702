package org.dangwu.memberreview.roster;

import org.dangwu.engine.ModelBean;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;

/**
 * Names the person who holds the meeting of a member group in models: {@code
 * ${reviewGroups.groupLeader(caseId, memberGroup)}} (B04).
 */
@ModelBean("reviewGroups")
public class ReviewGroups {

  private final GroupBook groups;
  private final ReviewRosters rosters;
  private final ProcedureCases cases;
  private final Organizations organizations;

  ReviewGroups(
      GroupBook groups, ReviewRosters rosters, ProcedureCases cases, Organizations organizations) {
    this.groups = groups;
    this.rosters = rosters;
    this.cases = cases;
    this.organizations = organizations;
  }

  /** The planned leader; the branch secretary when that one is no longer on the roster. */
  public String groupLeader(String caseId, String group) {
    return groups
        .find(caseId, group)
        .map(ReviewGroup::leaderId)
        .filter(
            leader ->
                rosters
                    .find(caseId, leader)
                    .filter(member -> !RosterChangeRules.isGone(member.state()))
                    .map(RosterMember::canRate)
                    .orElse(false))
        .orElseGet(() -> secretary(caseId));
  }

  private String secretary(String caseId) {
    ProcedureCase run = cases.find(caseId).orElseThrow();
    return organizations.holders(Role.SECRETARY, run.organization()).stream()
        .findFirst()
        .orElseThrow(
            () -> new SubmissionRefused(run.organizationName() + "没有登记党支部书记，请先在组织名册中登记任职。"));
  }
}
