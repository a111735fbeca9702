package org.dangwu.memberreview.grading;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.BallotPlan.SheetQuota;
import org.dangwu.ballot.BallotPlan.Voter;
import org.dangwu.ballot.BallotPlan.VoterClass;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.RoundKind;
import org.dangwu.ballot.TellerList.Choice;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.grading.BallotArrangement.Rounds;
import org.dangwu.memberreview.grading.BallotArrangement.Scope;
import org.dangwu.notification.Announcement;
import org.dangwu.notification.Notifications;
import org.dangwu.organization.Organizations;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prepares the rounds of a run: members on members (B10, B12), members on their committee (B14),
 * the masses' poll by single-use sheets (B13). Asked again, it gives the rounds it made before.
 */
@Component
class ReviewBallots {

  private static final VoterClass MEMBERS = new VoterClass("MEMBERS", "党员", 0);

  private final ArrangementBook book;
  private final ReviewRosters rosters;
  private final Committee committee;
  private final Quota quota;
  private final Ballots ballots;
  private final Parameters parameters;
  private final Organizations organizations;
  private final Notifications notifications;
  private final Clock clock;

  ReviewBallots(
      ArrangementBook book,
      ReviewRosters rosters,
      Committee committee,
      Quota quota,
      Ballots ballots,
      Parameters parameters,
      Organizations organizations,
      Notifications notifications,
      Clock clock) {
    this.book = book;
    this.rosters = rosters;
    this.committee = committee;
    this.quota = quota;
    this.ballots = ballots;
    this.parameters = parameters;
    this.organizations = organizations;
    this.notifications = notifications;
    this.clock = clock;
  }

  @Transactional
  Rounds prepare(String caseId, String organization, int year) {
    BallotArrangement plan = book.find(caseId).orElseThrow();
    if (plan.rounds().members() != null) {
      return plan.rounds();
    }
    Run run = new Run(caseId, organization, year, plan, rosters.of(caseId));
    Rounds rounds =
        new Rounds(
            ballots.prepare(members(run)),
            plan.committeeReview() ? ballots.prepare(committee(run)) : null,
            plan.sheets() > 0 ? ballots.prepare(masses(run)) : null);
    book.prepared(caseId, rounds);
    tell(run, rounds);
    return rounds;
  }

  private BallotPlan members(Run run) {
    int most = quota.most(run.caseId(), run.organization(), run.year());
    return plan(
        run,
        RoundKind.MEMBERS_ON_MEMBERS,
        Grade.MEMBER_GRADES,
        objects(run),
        List.of(MEMBERS),
        voters(run, Set.of()),
        most == 0
            ? Optional.empty()
            : Optional.of(new SheetQuota(ReviewGrade.EXCELLENT.name(), most, false)));
  }

  /** Who sits in the committee does not rate it, as nobody rates himself (B12, B14). */
  private BallotPlan committee(Run run) {
    Set<String> seated =
        rateSelf(run)
            ? Set.of()
            : committee.members(run.organization()).stream()
                .map(Choice::id)
                .collect(Collectors.toSet());
    return plan(
        run,
        RoundKind.COMMITTEE_REVIEW,
        Grade.WORK_GRADES,
        List.of(body(run, "支部委员会")),
        List.of(MEMBERS),
        voters(run, seated),
        Optional.empty());
  }

  private BallotPlan masses(Run run) {
    boolean ofMembers = run.plan().scope() == Scope.MEMBERS;
    return plan(
        run,
        RoundKind.MASSES_POLL,
        ofMembers ? Grade.MEMBER_GRADES : Grade.WORK_GRADES,
        ofMembers ? objects(run) : List.of(body(run, "")),
        List.of(new VoterClass("MASSES", "群众", run.plan().sheets())),
        List.of(),
        Optional.empty());
  }

  private BallotPlan plan(
      Run run,
      RoundKind kind,
      List<Grade> grades,
      List<BallotObject> objects,
      List<VoterClass> classes,
      List<Voter> voters,
      Optional<SheetQuota> limit) {
    return new BallotPlan(
        run.caseId(),
        run.organization(),
        run.year(),
        kind,
        "%s%d年度%s".formatted(name(run), run.year(), kind.label()),
        grades,
        objects,
        classes,
        voters,
        run.plan().tellers(),
        run.plan().recorder(),
        rateSelf(run),
        limit,
        run.plan().onPaper() && kind != RoundKind.MASSES_POLL,
        end(run));
  }

  private List<BallotObject> objects(Run run) {
    return run.roster().stream()
        .filter(Graded::is)
        .map(member -> new BallotObject(member.personId(), member.name(), member.group()))
        .toList();
  }

  private BallotObject body(Run run, String what) {
    return new BallotObject("body-" + run.organization(), name(run) + what, "");
  }

  private static List<Voter> voters(Run run, Set<String> without) {
    return run.roster().stream()
        .filter(Graded::rates)
        .map(RosterMember::personId)
        .filter(id -> !without.contains(id))
        .map(id -> new Voter(id, MEMBERS.code()))
        .toList();
  }

  private boolean rateSelf(Run run) {
    return parameters.flag("review.rateSelf", run.organization(), run.year());
  }

  private String name(Run run) {
    return organizations.get(run.organization()).name();
  }

  private Instant end(Run run) {
    return run.plan().dueOn().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
  }

  /** Also those whose list of tasks does not show the run find their sheet by this notice. */
  private void tell(Run run, Rounds rounds) {
    rounds
        .held()
        .forEach(
            round ->
                ballots
                    .voters(round)
                    .forEach(
                        voter ->
                            notifications.announce(
                                Announcement.of(
                                        "review-ballot/" + round + "/" + voter,
                                        "review-ballot-open",
                                        run.caseId(),
                                        run.organization())
                                    .about(voter)
                                    .due(run.plan().dueOn())
                                    .with("address", "/ballot/" + round))));
  }

  private record Run(
      String caseId,
      String organization,
      int year,
      BallotArrangement plan,
      List<RosterMember> roster) {}
}
