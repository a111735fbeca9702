package org.dangwu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see the documents of a member review: each his own, the branch its own, nobody else. */
class ReviewAccessTest {

  private static final List<String> OUTSIDERS =
      List.of(
          "none",
          "partymember",
          "groupleader",
          "principal",
          "member",
          "recorder",
          "office",
          "superior",
          "orgDepartment",
          "discipline");

  private static final List<String> OF_THE_BRANCH =
      List.of(
          "summary",
          "summaryCheck",
          "summaryRefusal",
          "peerReview",
          "privateTalk",
          "orgLifeRecord",
          "massesForum",
          "ballotDistribution",
          "analysis",
          "verificationRecord",
          "feedbackNote",
          "helpPlan",
          "helpCheck");

  private static final List<String> FOR_THE_COMMITTEE_ABOVE =
      List.of("ballotCount", "assemblyResolution", "approvalForm", "disposalForm", "quotaReason");

  private final Tables tables = new Tables();
  private final DmnDecision access = tables.table("shared", "access_level");

  @Proves("B10")
  @Test
  void whatMembersSaidAndHowTheyVotedStaysWithTheBranch() {
    for (String type : OF_THE_BRANCH) {
      Stream.concat(OUTSIDERS.stream(), Stream.of("baseSecretary", "baseOffice"))
          .forEach(role -> assertThat(level(type, role)).as(type + " " + role).isEqualTo("none"));
      assertThat(level(type, "secretary")).as(type).isEqualTo("read");
      assertThat(level(type, "archivist")).as(type).isEqualTo("meta");
    }
  }

  @Proves("B21")
  @Test
  void aMemberSeesHisOwnSummaryAndResultAndNothingElse() {
    assertThat(level("summary", "subject")).isEqualTo("export");
    Stream.of("feedbackNote", "objection", "objectionDecision", "helpPlan")
        .forEach(type -> assertThat(level(type, "subject")).as(type).isEqualTo("read"));
    Stream.of("peerReview", "privateTalk", "analysis", "verificationRecord", "approvalForm")
        .forEach(type -> assertThat(level(type, "subject")).as(type).isEqualTo("none"));
  }

  @Proves("D09")
  @Test
  void theDecisionOfADisposalIsShownToThePersonConcerned() {
    assertThat(level("disposalForm", "subject")).isEqualTo("read");
  }

  @Proves("B09")
  @Test
  void aPrivateTalkIsKnownToWhoTalkedAndTheSecretaryAlone() {
    assertThat(level("privateTalk", "committee")).isEqualTo("none");
    assertThat(level("privateTalk", "author")).isEqualTo("export");
  }

  @Proves("B19")
  @Test
  void theCommitteeAboveSeesWhatItApprovesAndNoMore() {
    for (String type : FOR_THE_COMMITTEE_ABOVE) {
      assertThat(level(type, "baseSecretary")).as(type).isEqualTo("read");
      assertThat(level(type, "baseOffice")).as(type).isEqualTo("read");
      OUTSIDERS.forEach(
          role -> assertThat(level(type, role)).as(type + " " + role).isEqualTo("none"));
    }
  }

  @Proves("E24")
  @Test
  void anObjectionIsOpenToTheMemberTheBranchAndTheSecretaryWhoDecides() {
    assertThat(level("objection", "baseSecretary")).isEqualTo("read");
    assertThat(level("objection", "baseOffice")).isEqualTo("none");
    assertThat(level("objection", "committee")).isEqualTo("read");
  }

  @Proves("B27")
  @ParameterizedTest
  @ValueSource(strings = {"approvalForm", "disposalForm", "praiseNotice", "verificationRecord"})
  void whatDecidesAboutAMemberIsKeptForEver(String type) {
    assertThat(retention("member-review", type)).isEqualTo("Y");
  }

  @Test
  void otherPapersOfTheReviewAreKeptThirtyYears() {
    assertThat(retention("member-review", "summary")).isEqualTo("D30");
    assertThat(retention("member-review-year", "reviewYearNotice")).isEqualTo("D30");
  }

  private String level(String type, String role) {
    return (String)
        tables.rows(access, Map.of("documentType", type, "role", role)).get(0).get("level");
  }

  private String retention(String procedure, String type) {
    return (String)
        tables
            .rows(
                tables.table("shared", "retention_period"),
                Map.of("procedure", procedure, "documentType", type))
            .get(0)
            .get("retention");
  }
}
