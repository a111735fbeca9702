package org.dangwu.debriefing.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.CommentMode;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.debriefing.DebriefCommittees.Member;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.Participant;
import org.dangwu.debriefing.DebriefPlan.VoterClassWeight;
import org.dangwu.debriefing.plan.PlanCatalogue.VoterClass;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;

/**
 * What the page offers before anything was saved: days counted back from a session a month ahead,
 * all criteria, the committee's leaders as voters. No weight is proposed where no rule names one.
 */
@Component("debriefPlanProposal")
class DebriefPlanProposal {

  private static final int SESSION_AHEAD = 30;

  private final DebriefCommittees committees;
  private final Parameters parameters;
  private final Clock clock;

  DebriefPlanProposal(DebriefCommittees committees, Parameters parameters, Clock clock) {
    this.committees = committees;
    this.parameters = parameters;
    this.clock = clock;
  }

  DebriefPlan of(String organizer, DebriefPlanForm.Context context) {
    int year = context.year();
    LocalDate session = LocalDate.now(clock).plusDays(SESSION_AHEAD);
    LocalDate study = session.plusDays(days("debrief.studyDays", organizer, year));
    boolean held = context.entries().stream().anyMatch(DebriefEntry::onSite);
    return new DebriefPlan(
        context.caseId(),
        year,
        session.minusDays(days("debrief.reportLeadDays", organizer, year)),
        session.minusDays(days("debrief.fieldLeadDays", organizer, year)),
        held ? session : null,
        study,
        study.plusDays(days("debrief.reportUpDays", organizer, year)),
        "",
        held ? CommentMode.ONE_BY_ONE : null,
        false,
        parameters.figure("debrief.maxGoodPercent", organizer, year).orElse(-1),
        classes(context.classes(), held),
        held ? leaders(organizer) : List.of(),
        Optional.empty(),
        context.lastList(),
        context.criteria(),
        List.of(),
        "",
        false);
  }

  private static List<VoterClassWeight> classes(List<VoterClass> classes, boolean held) {
    return classes.stream()
        .filter(voters -> held)
        .map(
            voters ->
                new VoterClassWeight(
                    voters.code(),
                    voters.label(),
                    voters.weight() == null ? 0 : voters.weight(),
                    0))
        .toList();
  }

  private List<Participant> leaders(String organizer) {
    return committees.members(organizer).stream()
        .map(Member::personId)
        .map(person -> new Participant(person, PlanCatalogue.LEADERS))
        .toList();
  }

  private int days(String key, String organizer, int year) {
    return parameters.number(key, organizer, year);
  }
}
