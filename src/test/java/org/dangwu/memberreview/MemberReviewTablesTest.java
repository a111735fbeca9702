package org.dangwu.memberreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.dangwu.models.Proves;
import org.dangwu.models.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures and standings of the members' review at their boundaries. */
class MemberReviewTablesTest {

  private static final String FOLDER = "member-review";
  private static final List<Boolean> BOTH = List.of(true, false);

  private final Tables tables = new Tables();
  private final Map<String, DmnDecision> parsed = new HashMap<>();

  @Proves("B16")
  @ParameterizedTest
  @CsvSource({
    "3,2,2",
    "4,2,3",
    "5,3,3",
    "6,3,4",
    "7,4,4",
    "9,5,5",
    "11,6,6",
    "12,6,7",
    "15,8,8",
    "16,8,9",
    "20,10,11"
  })
  void ordinaryResolutionNeedsHalfPresentAndMoreThanHalfOfThoseDueInFavour(
      int due, int present, int approve) {
    assertVote("GENERAL", due, present, approve);
  }

  @Proves("D05")
  @ParameterizedTest
  @CsvSource({
    "3,2,2",
    "4,3,3",
    "5,3,3",
    "6,4,4",
    "7,4,4",
    "9,5,5",
    "11,6,6",
    "12,7,7",
    "15,8,8",
    "16,9,9",
    "20,11,11"
  })
  void disposalNeedsMoreThanHalfPresentAndMoreThanHalfOfThoseDueInFavour(
      int due, int present, int approve) {
    assertVote("STRICT", due, present, approve);
  }

  @Proves({"B16", "D05"})
  @Test
  void halfOfSixteenMayResolveButNotDispose() {
    assertThat(vote("GENERAL", 16, 8, 8))
        .containsEntry("quorumMet", true)
        .containsEntry("outcome", "NOT_PASSED");
    assertThat(vote("STRICT", 16, 8, 8))
        .containsEntry("quorumMet", false)
        .containsEntry("outcome", "NO_QUORUM");
  }

  @Proves("E10")
  @ParameterizedTest
  @ValueSource(strings = {"GENERAL", "STRICT", "COMMITTEE", "PARTYGROUP"})
  void tieAndAbstentionsNeverPass(String ruleSet) {
    assertThat(vote(ruleSet, 16, 16, 8)).containsEntry("outcome", "NOT_PASSED");
    assertThat(vote(ruleSet, 16, 10, 8)).containsEntry("outcome", "NOT_PASSED");
    assertThat(vote(ruleSet, 16, 10, 9)).containsEntry("outcome", "PASSED");
  }

  @Proves({"B16", "E19", "E20"})
  @ParameterizedTest
  @CsvSource({
    "GENERAL,0,0,0",
    "GENERAL,-1,0,0",
    "GENERAL,5,-1,0",
    "GENERAL,5,6,5",
    "GENERAL,5,4,5",
    "STRICT,5,4,-1",
    "DLM,5,5,5"
  })
  void impossibleCountsAndUnknownRulesAreRefused(
      String ruleSet, int due, int present, int approve) {
    assertThat(vote(ruleSet, due, present, approve))
        .containsEntry("quorumMet", false)
        .containsEntry("passed", false)
        .containsEntry("outcome", "REFUSED");
  }

  @Proves("B05")
  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "3,2", "4,2", "5,3", "6,3", "7,4", "9,5"})
  void halfOfTheCommitteeIsEnough(int members, int needed) {
    assertThat(committee(members, needed)).containsEntry("met", true);
    assertThat(committee(members, needed)).containsEntry("needed", needed);
    assertThat(committee(members, needed - 1))
        .containsEntry("met", false)
        .containsEntry("needed", needed);
    assertThat(committee(members, members + 1)).containsEntry("met", false);
  }

  @Proves({"B05", "B17"})
  @ParameterizedTest
  @CsvSource({"0,0", "-1,0", "5,-1", "5,6"})
  void committeeWithImpossibleCountsDoesNotMeet(int members, int present) {
    assertThat(committee(members, present)).containsEntry("met", false);
  }

  @Proves({"B18", "E12"})
  @ParameterizedTest
  @CsvSource({
    "3,1", "4,1", "5,1", "6,2", "7,2", "9,3", "11,3", "12,4", "15,5", "16,5", "20,6", "1,0", "2,0",
    "23,7", "24,8"
  })
  void excellentMembersAreAtMostAThirdOfTheFormalOnes(int formal, int most) {
    assertThat(quota(formal, most, 1, 3, false))
        .containsEntry("status", "OK")
        .containsEntry("most", most);
    assertThat(quota(formal, most + 1, 1, 3, false))
        .containsEntry("status", "EXCEEDS")
        .containsEntry("most", most);
    assertThat(quota(formal, most + 1, 1, 3, true))
        .containsEntry("status", "OVERRIDDEN")
        .containsEntry("most", most);
    assertThat(quota(formal, most, 1, 3, true)).containsEntry("status", "OK");
  }

  @Proves("B18")
  @Test
  void stricterLocalShareCounts() {
    assertThat(quota(20, 6, 3, 10, false)).containsEntry("status", "OK").containsEntry("most", 6);
    assertThat(quota(19, 6, 3, 10, false))
        .containsEntry("status", "EXCEEDS")
        .containsEntry("most", 5);
  }

  @Proves("B18")
  @ParameterizedTest
  @CsvSource({"-1,0,1,3", "5,-1,1,3", "5,1,-1,3", "5,1,1,0", "5,1,1,-3", "2,3,1,1", "0,1,1,3"})
  void quotaOfImpossibleCountsIsRefusedEvenWithConsent(
      int formal, int excellent, int numerator, int denominator) {
    assertThat(quota(formal, excellent, numerator, denominator, true))
        .containsEntry("status", "REFUSED");
  }

  @Proves({"B06", "E17"})
  @ParameterizedTest
  @CsvSource({
    // status, relation, mobility, leader, sanction, investigated, phase, change → flags, state
    "FORMAL,HELD,NONE,false,NONE,false,START,NONE,11111,ACTIVE",
    "FORMAL,HELD,NONE,false,SERIOUS_WARNING,false,START,NONE,11111,ACTIVE",
    "FORMAL,IN_TRANSFER,NONE,false,NONE,false,START,NONE,11111,ACTIVE",
    "FORMAL,HELD,AWAY,false,NONE,false,START,NONE,00101,ACTIVE",
    "FORMAL,HELD,GUEST,false,NONE,false,START,NONE,11010,ACTIVE",
    "PROBATIONARY,HELD,NONE,false,NONE,false,START,NONE,11000,ACTIVE",
    "PROBATIONARY,HELD,AWAY,false,NONE,false,START,NONE,00000,ACTIVE",
    "NONE,HELD,NONE,false,NONE,false,START,NONE,00000,REMOVED"
  })
  void rosterFollowsStandingRelationAndMobility(
      String status,
      String relation,
      String mobility,
      boolean leader,
      String sanction,
      boolean investigated,
      String phase,
      String change,
      String flags,
      String state) {
    assertRoster(
        standing(status, relation, mobility, leader, leader, sanction, investigated, phase, change),
        flags,
        state);
  }

  @Proves({"B06", "E30"})
  @Test
  void leadersAreLeftOutOnlyWhereTheYearSaysSoAndTheyWereAtTheLifeMeeting() {
    assertRoster(leader(true, true), "01101", "ACTIVE");
    assertRoster(leader(true, false), "11111", "ACTIVE");
    assertRoster(leader(false, true), "11111", "ACTIVE");
  }

  @Proves("E20")
  @Test
  void memberOnProbationWithinThePartyHasNoVote() {
    assertRoster(member("PROBATION_WITHIN_PARTY", false, "START", "NONE"), "11011", "ACTIVE");
    assertRoster(member("PROBATION_WITHIN_PARTY", true, "START", "NONE"), "11001", "SUSPENDED");
    assertRoster(
        standing(
            "FORMAL",
            "HELD",
            "AWAY",
            false,
            false,
            "PROBATION_WITHIN_PARTY",
            false,
            "START",
            "NONE"),
        "00001",
        "ACTIVE");
  }

  @Proves("E21")
  @Test
  void gradeIsSuspendedWhileACaseIsInvestigated() {
    assertRoster(member("NONE", true, "BEFORE_BALLOT", "CASE_OPENED"), "11101", "SUSPENDED");
    assertRoster(member("NONE", false, "BEFORE_BALLOT", "CASE_CLOSED"), "11111", "ACTIVE");
  }

  @Proves("E15")
  @Test
  void transferBeforeTheBallotMovesTheMemberAndAfterItTheResultStands() {
    assertRoster(member("NONE", false, "START", "TRANSFERRED"), "00000", "TRANSFERRED");
    assertRoster(member("NONE", false, "BEFORE_BALLOT", "TRANSFERRED"), "00000", "TRANSFERRED");
    assertRoster(member("NONE", false, "AFTER_BALLOT", "TRANSFERRED"), "00011", "TRANSFERRED");
    assertRoster(member("NONE", true, "AFTER_BALLOT", "TRANSFERRED"), "00000", "TRANSFERRED");
  }

  @Proves("E16")
  @Test
  void whoJoinsAfterTheBallotIsNotReviewedThisYear() {
    assertRoster(member("NONE", false, "BEFORE_BALLOT", "JOINED"), "11111", "ACTIVE");
    assertRoster(member("NONE", false, "AFTER_BALLOT", "JOINED"), "00100", "JOINED_LATE");
    assertRoster(
        member("PROBATION_WITHIN_PARTY", false, "AFTER_BALLOT", "JOINED"), "00000", "JOINED_LATE");
  }

  @Proves("E19")
  @Test
  void whoBecomesFormalIsFormalInTheNextRoster() {
    assertRoster(member("NONE", false, "BEFORE_BALLOT", "TURNED_FORMAL"), "11111", "ACTIVE");
    assertRoster(member("NONE", false, "AFTER_BALLOT", "TURNED_FORMAL"), "11101", "ACTIVE");
  }

  @Proves("E23")
  @ParameterizedTest
  @ValueSource(strings = {"DIED", "LEFT_PARTY"})
  void whoDiedOrLeftThePartyIsTakenOffTheRoster(String change) {
    for (String phase : List.of("START", "BEFORE_BALLOT", "AFTER_BALLOT")) {
      assertRoster(member("NONE", false, phase, change), "00000", "REMOVED");
    }
  }

  @Proves({"D06", "E18"})
  @ParameterizedTest
  @ValueSource(
      strings = {
        "INCAPACITATED",
        "ABROAD",
        "SERVING_SENTENCE",
        "BEDRIDDEN",
        "RELATION_NOT_MOVED",
        "BUSY"
      })
  void onlyTheFiveCasesAndOnlyBothConsentsTakeAMemberOffTheCount(String reason) {
    for (boolean superior : BOTH) {
      for (boolean assembly : BOTH) {
        assertThat(exclusion(reason, superior, assembly))
            .containsEntry("counted", reason.equals("BUSY") || !superior || !assembly);
      }
    }
  }

  @Proves("B15")
  @ParameterizedTest
  @CsvSource({
    // ballots, excellent, qualified, basic, unqualified → suggestion, verify
    "24,16,8,0,0,EXCELLENT,false",
    "24,15,9,0,0,QUALIFIED,false",
    "24,0,24,0,0,QUALIFIED,false",
    "24,0,11,13,0,BASIC,false",
    "24,0,12,12,0,QUALIFIED,false",
    "24,16,0,0,8,BASIC,true",
    "24,16,1,0,7,EXCELLENT,false",
    "24,12,0,0,12,BASIC,true",
    "24,11,0,0,13,UNQUALIFIED,true",
    "0,0,0,0,0,NONE,false",
    "4,5,0,0,0,NONE,false"
  })
  void ballotOnlyAdvises(
      int ballots,
      int excellent,
      int qualified,
      int basic,
      int unqualified,
      String suggestion,
      boolean verify) {
    assertThat(
            grade(
                new int[] {ballots, excellent, qualified, basic, unqualified, 0},
                "REGULAR",
                "PAID",
                "HANDED_IN"))
        .containsEntry("suggestion", suggestion)
        .containsEntry("mustVerify", verify);
  }

  @Proves({"B15", "B26", "E22"})
  @ParameterizedTest
  @CsvSource({
    "1,REGULAR,PAID,HANDED_IN,UNQUALIFIED,true",
    "0,NEVER,PAID,HANDED_IN,UNQUALIFIED,true",
    "0,REGULAR,UNPAID,HANDED_IN,UNQUALIFIED,true",
    "0,REGULAR,PAID,REFUSED,BASIC,true",
    "0,SELDOM,PAID,HANDED_IN,QUALIFIED,false",
    "0,REGULAR,LATE,HANDED_IN,QUALIFIED,false",
    "0,REGULAR,PAID,HANDED_IN,EXCELLENT,false"
  })
  void factsComeBeforeVotesAndAreVerifiedFirst(
      int indicators, String life, String dues, String summary, String suggestion, boolean verify) {
    assertThat(grade(new int[] {24, 24, 0, 0, 0, indicators}, life, dues, summary))
        .containsEntry("suggestion", suggestion)
        .containsEntry("mustVerify", verify);
  }

  @Proves("B26")
  @Test
  void tenIndicatorsTellWhatToVerify() {
    List<String> codes = Tables.codes(FOLDER, "disqualification_indicators");
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    for (String code : codes) {
      List<Map<String, Object>> rows =
          tables.rows(table("disqualification_indicators"), Map.of("indicator", code));
      assertThat(rows).singleElement().satisfies(row -> assertThat(row).hasSize(2));
    }
  }

  @Proves("B19")
  @ParameterizedTest
  @CsvSource({"EXCELLENT,YES", "QUALIFIED,NO", "BASIC,NO", "UNQUALIFIED,YES", "NONE,NO"})
  void superiorApprovesTheBestAndTheWorst(String grade, String superior) {
    assertThat(row("approval_required", Map.of("grade", grade)))
        .containsEntry("superior", superior);
  }

  @Proves({"B22", "B23", "B24", "B25"})
  @ParameterizedTest
  @CsvSource({
    "EXCELLENT,PRAISE",
    "QUALIFIED,ENCOURAGE",
    "BASIC,HELP",
    "UNQUALIFIED,DISPOSAL",
    "NONE,NONE"
  })
  void eachGradeHasItsConsequence(String grade, String action) {
    assertThat(row("follow_up_action", Map.of("grade", grade))).containsEntry("action", action);
  }

  @Proves("D01")
  @Test
  void correctionIsForThoseWhoSeeTheirFaultAndNeverLongerThanAYear() {
    for (int months : List.of(3, 6, 12, 18)) {
      Map<String, Object> facts = facts("LACKS_WILL");
      facts.put("acknowledges", true);
      facts.put("willing", true);
      facts.put("maxCorrectionMonths", months);
      assertThat(row("disposal_type", facts))
          .containsEntry("action", "DEADLINE")
          .containsEntry("maxMonths", Math.min(months, 12));
    }
    assertThat(row("disposal_type", facts("LACKS_WILL"))).containsEntry("action", "ADVISE_LEAVE");
  }

  @Proves({"D02", "D08"})
  @ParameterizedTest
  @CsvSource({
    // ground, expired, willing, refuses, months → action
    "LACKS_WILL,true,true,false,0,ADVISE_LEAVE",
    "LACKS_WILL,true,false,true,0,REMOVE",
    "LACKS_WILL,false,false,true,0,REMOVE",
    "ABSENT,false,false,false,6,REMOVE",
    "ABSENT,false,false,false,5,CRITICISM",
    "BELIEF_LOST,false,true,false,0,REMOVE",
    "RELIGION,false,true,false,0,CRITICISM",
    "RELIGION,false,false,false,0,ADVISE_LEAVE",
    "RELIGION,false,false,true,0,REMOVE",
    "ASKS_TO_LEAVE,false,true,false,0,CRITICISM",
    "ASKS_TO_LEAVE,false,false,false,0,REMOVE",
    "THREATENS_TO_LEAVE,false,true,false,0,CRITICISM",
    "THREATENS_TO_LEAVE,false,false,false,0,ADVISE_LEAVE",
    "THREATENS_TO_LEAVE,false,false,true,0,REMOVE",
    "MINOR,false,true,false,0,CRITICISM",
    "UNKNOWN,false,true,false,0,REFUSED"
  })
  void disposalFollowsTheGround(
      String ground, boolean expired, boolean willing, boolean refuses, int months, String action) {
    Map<String, Object> facts = facts(ground);
    facts.put("priorDeadlineExpired", expired);
    facts.put("willing", willing);
    facts.put("refusesToLeave", refuses);
    facts.put("absentMonths", months);
    assertThat(row("disposal_type", facts)).containsEntry("action", action);
  }

  @Proves({"D03", "D07"})
  @Test
  void disciplineComesFirstAndProbationaryMembersAreNeverAdvisedToLeave() {
    for (String ground : Tables.codes(FOLDER, "disposal_type")) {
      Map<String, Object> facts = facts(ground);
      facts.put("absentMonths", 12);
      facts.put("memberStatus", "PROBATIONARY");
      assertThat(row("disposal_type", facts)).containsEntry("action", "PROBATION_PATH");
      facts.put("alreadyPunished", true);
      assertThat(row("disposal_type", facts)).containsEntry("action", "NONE");
      facts.put("disciplineMatter", true);
      assertThat(row("disposal_type", facts)).containsEntry("action", "DISCIPLINE");
    }
  }

  @Proves("B27")
  @Test
  void everyMembersMaterialGoesSomewhereAndHonoursAndSanctionsIntoThePersonalFile() {
    assertThat(filing("EXCELLENT", true, false, false, true)).containsExactly("CADRE 7");
    assertThat(filing("EXCELLENT", true, false, false, false)).containsExactly("MEMBER ");
    assertThat(filing("EXCELLENT", false, false, false, true)).containsExactly("NONE ");
    assertThat(filing("UNQUALIFIED", false, true, true, true))
        .containsExactly("CADRE 6", "CADRE 8");
    assertThat(filing("UNQUALIFIED", false, true, true, false))
        .containsExactly("MEMBER ", "MEMBER ");
    for (String grade : Tables.codes(FOLDER, "approval_required")) {
      for (boolean titled : BOTH) {
        for (boolean disposed : BOTH) {
          for (boolean punished : BOTH) {
            for (boolean file : BOTH) {
              assertThat(filing(grade, titled, disposed, punished, file)).isNotEmpty();
            }
          }
        }
      }
    }
  }

  @Test
  void noTableHasAGapOrARowThatNeverMatches() {
    everyStanding();
    everyVote();
    everyDisposal();
    for (int a = -1; a <= 7; a++) {
      for (int b = -1; b <= 8; b++) {
        committee(a, b);
        for (int numerator = -1; numerator <= 1; numerator++) {
          for (int denominator = 0; denominator <= 3; denominator++) {
            quota(a, b, numerator, denominator, false);
            quota(a, b, numerator, denominator, true);
          }
        }
      }
    }
    onlyTheFiveCasesAndOnlyBothConsentsTakeAMemberOffTheCount("BEDRIDDEN");
    Tables.codes(FOLDER, "due_exclusion").forEach(code -> exclusion(code, true, true));
    exclusion("OTHER", true, true);
    everySuggestion();
    for (String grade : Tables.codes(FOLDER, "approval_required")) {
      row("approval_required", Map.of("grade", grade));
      row("follow_up_action", Map.of("grade", grade));
    }
    tenIndicatorsTellWhatToVerify();
    everyMembersMaterialGoesSomewhereAndHonoursAndSanctionsIntoThePersonalFile();
    filing("EXCELLENT", true, true, true, false);

    assertThat(new TreeSet<>(tables.matched())).containsExactlyElementsOf(Tables.allRows(FOLDER));
  }

  private void everyStanding() {
    for (String status : List.of("FORMAL", "PROBATIONARY", "NONE")) {
      for (String relation : List.of("HELD", "IN_TRANSFER")) {
        for (String mobility : List.of("NONE", "AWAY", "GUEST")) {
          for (boolean leader : BOTH) {
            for (String sanction : List.of("NONE", "PROBATION_WITHIN_PARTY")) {
              for (boolean investigated : BOTH) {
                for (String phase : List.of("START", "BEFORE_BALLOT", "AFTER_BALLOT")) {
                  for (String change :
                      List.of(
                          "NONE",
                          "TRANSFERRED",
                          "JOINED",
                          "TURNED_FORMAL",
                          "CASE_OPENED",
                          "DIED",
                          "LEFT_PARTY")) {
                    assertConsistent(
                        standing(
                            status,
                            relation,
                            mobility,
                            leader,
                            leader,
                            sanction,
                            investigated,
                            phase,
                            change));
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /** What holds for every standing whatever row matches. */
  private void assertConsistent(Map<String, Object> standing) {
    Map<String, Object> row = row("review_roster", standing);
    boolean formal = standing.get("memberStatus").equals("FORMAL");
    if (!formal || standing.get("sanction").equals("PROBATION_WITHIN_PARTY")) {
      assertThat(row).as("%s", standing).containsEntry("canVote", false);
    }
    if (!formal) {
      assertThat(row)
          .as("%s", standing)
          .containsEntry("getsGrade", false)
          .containsEntry("countsInBase", false);
    }
    if ((boolean) standing.get("investigated")) {
      assertThat(row).as("%s", standing).containsEntry("getsGrade", false);
    }
    assertThat((String) row.get("reason")).isNotBlank();
    assertThat(row.get("state"))
        .isIn("ACTIVE", "SUSPENDED", "TRANSFERRED", "JOINED_LATE", "REMOVED");
  }

  private void everyVote() {
    for (String ruleSet : List.of("GENERAL", "STRICT", "COMMITTEE", "PARTYGROUP", "DLM")) {
      for (int due = 0; due <= 5; due++) {
        for (int present = -1; present <= due + 1; present++) {
          for (int approve = -1; approve <= present + 1; approve++) {
            vote(ruleSet, due, present, approve);
          }
        }
      }
    }
  }

  private void everySuggestion() {
    for (String life : List.of("REGULAR", "SELDOM", "NEVER")) {
      for (String dues : List.of("PAID", "LATE", "UNPAID")) {
        for (String summary : List.of("HANDED_IN", "REFUSED")) {
          for (int ballots = 0; ballots <= 4; ballots++) {
            for (int excellent = 0; excellent <= ballots; excellent++) {
              for (int unqualified = 0; unqualified <= ballots; unqualified++) {
                for (int indicators = 0; indicators <= 1; indicators++) {
                  int basic = Math.max(0, ballots - excellent - unqualified);
                  grade(
                      new int[] {ballots, excellent, 0, basic, unqualified, indicators},
                      life,
                      dues,
                      summary);
                }
              }
            }
          }
        }
      }
    }
  }

  private void everyDisposal() {
    List<String> grounds = new java.util.ArrayList<>(Tables.codes(FOLDER, "disposal_type"));
    grounds.add("UNKNOWN");
    for (String ground : grounds) {
      for (int bits = 0; bits < 128; bits++) {
        Map<String, Object> facts = facts(ground);
        facts.put("memberStatus", (bits & 1) == 0 ? "FORMAL" : "PROBATIONARY");
        facts.put("disciplineMatter", (bits & 2) != 0);
        facts.put("alreadyPunished", (bits & 4) != 0);
        facts.put("priorDeadlineExpired", (bits & 8) != 0);
        facts.put("acknowledges", (bits & 16) != 0);
        facts.put("willing", (bits & 16) != 0 && (bits & 32) == 0);
        facts.put("refusesToLeave", (bits & 32) != 0);
        facts.put("absentMonths", (bits & 64) == 0 ? 5 : 6);
        row("disposal_type", facts);
      }
    }
  }

  private void assertVote(String ruleSet, int due, int present, int approve) {
    assertThat(vote(ruleSet, due, present - 1, Math.min(present - 1, approve)))
        .containsEntry("outcome", "NO_QUORUM");
    assertThat(vote(ruleSet, due, due, approve - 1)).containsEntry("outcome", "NOT_PASSED");
    assertThat(vote(ruleSet, due, due, approve))
        .containsEntry("outcome", "PASSED")
        .containsEntry("neededPresent", present)
        .containsEntry("neededApprove", approve);
    assertThat(vote(ruleSet, due, present, 0)).containsEntry("quorumMet", true);
  }

  private void assertRoster(Map<String, Object> standing, String flags, String state) {
    Map<String, Object> row = row("review_roster", standing);
    String found =
        List.of("participates", "canRate", "canVote", "getsGrade", "countsInBase").stream()
            .map(name -> (boolean) row.get(name) ? "1" : "0")
            .collect(Collectors.joining());
    assertThat(found + " " + row.get("state")).as("%s", standing).isEqualTo(flags + " " + state);
  }

  private Map<String, Object> vote(String ruleSet, int due, int present, int approve) {
    return row(
        "assembly_vote",
        Map.of("ruleSet", ruleSet, "due", due, "present", present, "approve", approve));
  }

  private Map<String, Object> committee(int members, int present) {
    return row("committee_quorum", Map.of("members", members, "present", present));
  }

  private Map<String, Object> quota(
      int formal, int excellent, int numerator, int denominator, boolean approved) {
    return row(
        "excellent_quota",
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
            approved));
  }

  private Map<String, Object> exclusion(String reason, boolean superior, boolean assembly) {
    return row(
        "due_exclusion",
        Map.of("reason", reason, "superiorApproved", superior, "assemblyApproved", assembly));
  }

  private Map<String, Object> grade(int[] counts, String life, String dues, String summary) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("ballots", counts[0]);
    inputs.put("votes_EXCELLENT", counts[1]);
    inputs.put("votes_QUALIFIED", counts[2]);
    inputs.put("votes_BASIC", counts[3]);
    inputs.put("votes_UNQUALIFIED", counts[4]);
    inputs.put("indicators", counts[5]);
    inputs.put("organisationLife", life);
    inputs.put("dues", dues);
    inputs.put("selfSummary", summary);
    return row("grade_suggestion", inputs);
  }

  private static Map<String, Object> member(
      String sanction, boolean investigated, String phase, String change) {
    return standing("FORMAL", "HELD", "NONE", false, false, sanction, investigated, phase, change);
  }

  private static Map<String, Object> leader(boolean attended, boolean excluded) {
    return standing("FORMAL", "HELD", "NONE", attended, excluded, "NONE", false, "START", "NONE");
  }

  private static Map<String, Object> standing(
      String status,
      String relation,
      String mobility,
      boolean attended,
      boolean excluded,
      String sanction,
      boolean investigated,
      String phase,
      String change) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("memberStatus", status);
    inputs.put("orgRelation", relation);
    inputs.put("mobility", mobility);
    inputs.put("attendedLifeMeeting", attended);
    inputs.put("leadersExcluded", excluded);
    inputs.put("sanction", sanction);
    inputs.put("investigated", investigated);
    inputs.put("phase", phase);
    inputs.put("change", change);
    return inputs;
  }

  private static Map<String, Object> facts(String ground) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("ground", ground);
    inputs.put("memberStatus", "FORMAL");
    inputs.put("disciplineMatter", false);
    inputs.put("alreadyPunished", false);
    inputs.put("priorDeadlineExpired", false);
    inputs.put("acknowledges", false);
    inputs.put("willing", false);
    inputs.put("refusesToLeave", false);
    inputs.put("absentMonths", 0);
    inputs.put("absentLimit", 6);
    inputs.put("maxCorrectionMonths", 12);
    return inputs;
  }

  private List<String> filing(
      String grade, boolean titled, boolean disposed, boolean punished, boolean hasFile) {
    return tables
        .rows(
            table("archive_target"),
            Map.of(
                "grade",
                grade,
                "titled",
                titled,
                "disposed",
                disposed,
                "punished",
                punished,
                "hasPersonnelFile",
                hasFile))
        .stream()
        .peek(row -> assertThat(row).containsEntry("documentFile", true))
        .map(row -> row.get("personnelFile") + " " + row.get("personnelClass"))
        .toList();
  }

  private Map<String, Object> row(String key, Map<String, Object> inputs) {
    return tables.row(table(key), inputs);
  }

  private DmnDecision table(String key) {
    return parsed.computeIfAbsent(key, k -> tables.table(FOLDER, k));
  }
}
