package org.dangwu.debriefing.rating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.BallotPlan.Voter;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.Participant;
import org.dangwu.debriefing.DebriefPlan.VoterClassWeight;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.debriefing.session.Capacity;
import org.dangwu.debriefing.session.Sitting;
import org.dangwu.debriefing.session.Sitting.Mark;
import org.dangwu.debriefing.session.SittingBook;
import org.springframework.stereotype.Component;

/** Who is rated and who rates in the session held last (C12, C13, C24). */
@Component("debriefRatingSession")
class RatingSession {

  /**
   * Classes of those who are there because of what they are, as {@code ballot_weights} has them.
   */
  private static final String LEADERS = "LEADERS";

  private static final String PEERS = "PEERS";

  private final SittingBook sittings;
  private final DebriefEntries entries;
  private final DebriefPlans plans;

  RatingSession(SittingBook sittings, DebriefEntries entries, DebriefPlans plans) {
    this.sittings = sittings;
    this.entries = entries;
    this.plans = plans;
  }

  Sitting sitting(String caseId) {
    return sittings.latest(caseId).orElseThrow();
  }

  List<VoterClassWeight> classes(String caseId) {
    return plan(caseId).classes();
  }

  /**
   * Those who reported in the session; where the plan says so, at the first session also those who
   * report in writing. Who answers for two organisations is rated once.
   */
  List<BallotObject> objects(String caseId) {
    Sitting sitting = sitting(caseId);
    Set<String> speakers = new HashSet<>(sitting.speakers());
    boolean written = plan(caseId).rateWritten() && sitting.number() == 1;
    Map<String, List<DebriefEntry>> byPerson = new LinkedHashMap<>();
    for (DebriefEntry entry : entries.active(caseId)) {
      if (entry.graded() && (speakers.contains(entry.entryId()) || written && !entry.onSite())) {
        byPerson.computeIfAbsent(entry.personId(), id -> new ArrayList<>()).add(entry);
      }
    }
    return byPerson.entrySet().stream()
        .map(
            one ->
                new BallotObject(
                    one.getKey(),
                    one.getValue().get(0).name(),
                    one.getValue().stream()
                        .map(DebriefEntry::organizationName)
                        .collect(Collectors.joining("、"))))
        .toList();
  }

  /**
   * Those present with an account, each in the class that the plan gives him. Debriefers rate each
   * other; members of the committee rate as leaders unless the plan names who does.
   */
  List<Voter> voters(String caseId) {
    DebriefPlan plan = plan(caseId);
    Set<String> open =
        plan.classes().stream().map(VoterClassWeight::code).collect(Collectors.toSet());
    Map<String, String> invited =
        plan.participants().stream()
            .collect(Collectors.toMap(Participant::personId, Participant::classCode));
    Set<String> named = new HashSet<>(invited.values());
    named.remove(PEERS);
    List<Voter> voters = new ArrayList<>();
    for (Mark mark : sitting(caseId).marks()) {
      String post = byPost(mark.capacity());
      String code = invited.getOrDefault(mark.personId(), named.contains(post) ? "" : post);
      if (mark.present() && open.contains(code)) {
        voters.add(new Voter(mark.personId(), code));
      }
    }
    return voters;
  }

  private static String byPost(Capacity capacity) {
    return switch (capacity) {
      case SPEAKER, WRITTEN -> PEERS;
      case MEMBER -> LEADERS;
      case PARTICIPANT -> "";
    };
  }

  private DebriefPlan plan(String caseId) {
    return plans.of(caseId).orElseThrow();
  }
}
