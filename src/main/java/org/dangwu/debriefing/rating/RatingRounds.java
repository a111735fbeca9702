package org.dangwu.debriefing.rating;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.BallotPlan.VoterClass;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.RoundKind;
import org.dangwu.debriefing.session.Sitting;
import org.dangwu.notification.Announcement;
import org.dangwu.notification.Notifications;
import org.dangwu.organization.Organizations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prepares the round in which the participants of a session rate those who reported in it (C12,
 * C13). Nobody rates himself (C24). Paper ballots know no classes, so those without an account get
 * single-use sheets. Asked again, it gives the round it made before.
 */
@Component("debriefRatingRounds")
class RatingRounds {

  private final RatingSession session;
  private final RatingArrangements arrangements;
  private final Ballots ballots;
  private final Organizations organizations;
  private final Notifications notifications;
  private final Clock clock;

  RatingRounds(
      RatingSession session,
      RatingArrangements arrangements,
      Ballots ballots,
      Organizations organizations,
      Notifications notifications,
      Clock clock) {
    this.session = session;
    this.arrangements = arrangements;
    this.ballots = ballots;
    this.organizations = organizations;
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * @return id of the round, empty when nobody reported in the session
   */
  @Transactional
  Optional<String> prepare(String caseId, String organization, int year) {
    List<BallotObject> objects = session.objects(caseId);
    if (objects.isEmpty()) {
      return Optional.empty();
    }
    Sitting sitting = session.sitting(caseId);
    RatingArrangement arrangement = arrangements.find(caseId, sitting.number()).orElseThrow();
    if (arrangement.roundId() != null) {
      return Optional.of(arrangement.roundId());
    }
    String round = ballots.prepare(plan(caseId, organization, year, objects, sitting, arrangement));
    arrangements.prepared(caseId, sitting.number(), round);
    tell(caseId, organization, round, arrangement);
    return Optional.of(round);
  }

  private BallotPlan plan(
      String caseId,
      String organization,
      int year,
      List<BallotObject> objects,
      Sitting sitting,
      RatingArrangement arrangement) {
    return new BallotPlan(
        caseId,
        organization,
        year,
        RoundKind.WEIGHTED_SESSION,
        "%s%d年度%s"
            .formatted(
                organizations.get(organization).name(), year, RoundKind.WEIGHTED_SESSION.label()),
        Grade.WORK_GRADES,
        objects,
        session.classes(caseId).stream()
            .map(
                of ->
                    new VoterClass(
                        of.code(), of.label(), arrangement.sheets().getOrDefault(of.code(), 0)))
            .toList(),
        session.voters(caseId),
        arrangement.tellers(),
        sitting.recorder(),
        false,
        Optional.empty(),
        false,
        arrangement.dueOn().plusDays(1).atStartOfDay(clock.getZone()).toInstant());
  }

  /** Also those whose list of tasks does not show the run find their sheet by this notice. */
  private void tell(
      String caseId, String organization, String round, RatingArrangement arrangement) {
    ballots
        .voters(round)
        .forEach(
            voter ->
                notifications.announce(
                    Announcement.of(
                            "debrief-rating/" + round + "/" + voter,
                            "debrief-rating-open",
                            caseId,
                            organization)
                        .about(voter)
                        .due(arrangement.dueOn())
                        .with("address", "/ballot/" + round)));
  }
}
