package org.dangwu.memberreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.dangwu.models.Proves;
import org.dangwu.models.Tables;
import org.junit.jupiter.api.Test;

/**
 * No table passes a vote or a quota that whole-number arithmetic refuses, and none refuses what it
 * passes, for branches of 1 to 200 members.
 */
class VoteAndQuotaPropertiesTest {

  private static final int LARGEST = 200;

  /** Parsed once: a property test makes a new object for every try. */
  private static final Tables TABLES = new Tables();

  private static final DmnDecision VOTE = TABLES.table("member-review", "assembly_vote");
  private static final DmnDecision COMMITTEE = TABLES.table("member-review", "committee_quorum");
  private static final DmnDecision QUOTA = TABLES.table("member-review", "excellent_quota");
  private static final DmnDecision ROSTER = TABLES.table("member-review", "review_roster");

  record Vote(String ruleSet, int due, int present, int approve) {}

  record Member(String status, String mobility, String sanction, boolean investigated) {}

  @Property
  void voteAgreesWithWholeNumberArithmetic(@ForAll("votes") Vote vote) {
    assertAgrees(vote);
  }

  @Property
  void committeeMeetsWhenHalfOfItIsThere(
      @ForAll @IntRange(min = 1, max = LARGEST) int members,
      @ForAll @IntRange(min = -1, max = LARGEST + 1) int present) {
    Map<String, Object> row = TABLES.row(COMMITTEE, Map.of("members", members, "present", present));
    assertThat(row)
        .containsEntry("met", present >= 0 && present <= members && 2 * present >= members)
        .containsEntry("needed", (members + 1) / 2);
  }

  @Property
  void quotaAgreesWithWholeNumberArithmetic(
      @ForAll @IntRange(max = LARGEST) int formal,
      @ForAll @IntRange(max = LARGEST + 1) int excellent,
      @ForAll @IntRange(max = 20) int numerator,
      @ForAll @IntRange(min = 1, max = 100) int denominator,
      @ForAll boolean approved) {
    assertQuota(formal, excellent, numerator, denominator, approved);
  }

  /** Counts are taken from a roster: only the table decides who votes and who is counted. */
  @Property(tries = 25)
  void rosterOfAnySizeGivesTheCountsOfVoteAndQuota(
      @ForAll("rosters") List<Member> roster, @ForAll @IntRange(max = LARGEST) int wish) {
    int due = 0;
    int base = 0;
    for (Member member : roster) {
      Map<String, Object> row = TABLES.row(ROSTER, standing(member));
      due += (boolean) row.get("canVote") ? 1 : 0;
      base += (boolean) row.get("countsInBase") ? 1 : 0;
      boolean relationHere = member.status().equals("FORMAL") && !member.mobility().equals("GUEST");
      assertThat(row)
          .containsEntry("countsInBase", relationHere)
          .containsEntry(
              "canVote", relationHere && !member.sanction().equals("PROBATION_WITHIN_PARTY"));
    }
    int approve = Math.min(wish, due);
    for (String ruleSet : List.of("GENERAL", "STRICT")) {
      assertAgrees(new Vote(ruleSet, due, due, approve));
    }
    assertQuota(base, Math.min(wish, base), 1, 3, false);
  }

  @Proves({"B16", "D05"})
  @Test
  void everyBranchUpToTwoHundredAtItsBoundaries() {
    for (String ruleSet : List.of("GENERAL", "STRICT", "COMMITTEE", "PARTYGROUP")) {
      for (int due = 1; due <= LARGEST; due++) {
        for (int present = due / 2; present <= Math.min(due, due / 2 + 1); present++) {
          for (int approve = Math.max(0, present - 1); approve <= present; approve++) {
            assertAgrees(new Vote(ruleSet, due, present, approve));
          }
        }
      }
    }
  }

  @Proves("B18")
  @Test
  void everyBranchUpToTwoHundredAtAThird() {
    for (int formal = 0; formal <= LARGEST; formal++) {
      assertQuota(formal, formal / 3, 1, 3, false);
      assertQuota(formal, formal / 3 + 1, 1, 3, false);
      assertQuota(formal, formal / 3 + 1, 1, 3, true);
    }
  }

  @Provide
  Arbitrary<Vote> votes() {
    Arbitrary<String> ruleSets = Arbitraries.of("GENERAL", "STRICT", "COMMITTEE", "PARTYGROUP");
    return Combinators.combine(ruleSets, Arbitraries.integers().between(0, LARGEST))
        .as((ruleSet, due) -> new Vote(ruleSet, due, 0, 0))
        .flatMap(
            vote ->
                Combinators.combine(
                        Arbitraries.integers().between(-1, vote.due() + 1),
                        Arbitraries.integers().between(-1, vote.due() + 1))
                    .as(
                        (present, approve) ->
                            new Vote(vote.ruleSet(), vote.due(), present, approve)));
  }

  @Provide
  Arbitrary<List<Member>> rosters() {
    return Combinators.combine(
            Arbitraries.of("FORMAL", "FORMAL", "FORMAL", "PROBATIONARY"),
            Arbitraries.of("NONE", "NONE", "NONE", "AWAY", "GUEST"),
            Arbitraries.of("NONE", "NONE", "WARNING", "PROBATION_WITHIN_PARTY"),
            Arbitraries.of(false, false, true))
        .as(Member::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(LARGEST);
  }

  private static void assertAgrees(Vote vote) {
    boolean possible =
        vote.due() > 0
            && vote.present() >= 0
            && vote.present() <= vote.due()
            && vote.approve() >= 0
            && vote.approve() <= vote.present();
    boolean strict = vote.ruleSet().equals("STRICT");
    boolean quorum =
        possible && (strict ? 2 * vote.present() > vote.due() : 2 * vote.present() >= vote.due());
    boolean passed = quorum && 2 * vote.approve() > vote.due();
    String outcome =
        !possible ? "REFUSED" : !quorum ? "NO_QUORUM" : passed ? "PASSED" : "NOT_PASSED";
    assertThat(
            TABLES.row(
                VOTE,
                Map.of(
                    "ruleSet",
                    vote.ruleSet(),
                    "due",
                    vote.due(),
                    "present",
                    vote.present(),
                    "approve",
                    vote.approve())))
        .as("%s", vote)
        .containsEntry("quorumMet", quorum)
        .containsEntry("passed", passed)
        .containsEntry("outcome", outcome)
        .containsEntry(
            "neededPresent", !possible ? 0 : strict ? vote.due() / 2 + 1 : (vote.due() + 1) / 2)
        .containsEntry("neededApprove", possible ? vote.due() / 2 + 1 : 0);
  }

  private static void assertQuota(
      int formal, int excellent, int numerator, int denominator, boolean approved) {
    String status =
        excellent > formal
            ? "REFUSED"
            : denominator * excellent <= numerator * formal
                ? "OK"
                : approved ? "OVERRIDDEN" : "EXCEEDS";
    assertThat(
            TABLES.row(
                QUOTA,
                Map.of(
                    "formalCount",
                    formal,
                    "excellentCount",
                    excellent,
                    "numerator",
                    numerator,
                    "denominator",
                    denominator,
                    "overrideApproved",
                    approved)))
        .as("%d of %d, %d/%d", excellent, formal, numerator, denominator)
        .containsEntry("status", status)
        .containsEntry("most", numerator * formal / denominator);
  }

  private static Map<String, Object> standing(Member member) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("memberStatus", member.status());
    inputs.put("orgRelation", "HELD");
    inputs.put("mobility", member.mobility());
    inputs.put("attendedLifeMeeting", false);
    inputs.put("leadersExcluded", false);
    inputs.put("sanction", member.sanction());
    inputs.put("investigated", member.investigated());
    inputs.put("phase", "START");
    inputs.put("change", "NONE");
    return inputs;
  }
}
