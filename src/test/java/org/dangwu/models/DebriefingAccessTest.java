package org.dangwu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see the documents of a debriefing: each secretary his own, the organiser all of them. */
class DebriefingAccessTest {

  /** About one secretary, or about all of them before it is told. */
  private static final List<String> CONFIDENTIAL =
      List.of(
          "debriefReport",
          "reportReview",
          "fieldCheck",
          "debriefComment",
          "ratingSummary",
          "evaluationOpinion",
          "studyRecord",
          "resultNote",
          "remarks",
          "lowGradeTalk",
          "personnelReceipts",
          "replacementRecord",
          "modeChange",
          "secretaryRectification");

  private static final List<String> FOR_ALL_WHO_TAKE_PART =
      List.of("debriefPlan", "debriefNotice", "publishedReport");

  private final Tables tables = new Tables();
  private final DmnDecision access = tables.table("shared", "access_level");

  @Proves("C17")
  @Test
  void secretariesDoNotSeeWhatConcernsAnother() {
    for (String type : CONFIDENTIAL) {
      Stream.of("debriefer", "debriefParticipant", "fieldTeam", "none", "orgDepartment", "superior")
          .forEach(role -> assertThat(level(type, role)).as(type + " " + role).isEqualTo("none"));
    }
  }

  @Proves({"C06", "C11", "C17", "C21"})
  @Test
  void aSecretarySeesHisOwnReportCommentResultAndList() {
    assertThat(level("debriefReport", "subject")).isEqualTo("export");
    Stream.of("reportReview", "debriefComment", "resultNote", "secretaryRectification")
        .forEach(type -> assertThat(level(type, "subject")).as(type).isEqualTo("read"));
  }

  @Proves("C16")
  @ParameterizedTest
  @ValueSource(
      strings = {"fieldCheck", "evaluationOpinion", "studyRecord", "lowGradeTalk", "remarks"})
  void whatIsThoughtOfHimBeforeItIsDecidedIsNotForHim(String type) {
    assertThat(level(type, "subject")).isEqualTo("none");
  }

  @Proves({"C17", "C18"})
  @Test
  void planNoticeAndPublishedReportsAreForAllWhoTakePart() {
    for (String type : FOR_ALL_WHO_TAKE_PART) {
      Stream.of("debriefer", "debriefParticipant", "member", "recorder")
          .forEach(role -> assertThat(level(type, role)).as(type + " " + role).isEqualTo("read"));
    }
  }

  @Proves("C16")
  @Test
  void thoseWhoStudyTheGradesSeeWhatTheyStudy() {
    Stream.of("ratingSummary", "fieldCheck", "evaluationOpinion", "debriefComment")
        .forEach(
            type ->
                Stream.of("principal", "secretary", "member", "committee")
                    .forEach(
                        role ->
                            assertThat(level(type, role)).as(type + " " + role).isEqualTo("read")));
  }

  @Proves("C23")
  @Test
  void aTalkIsKnownToTheSecretaryOfTheCommitteeAndItsDepartmentAlone() {
    assertThat(level("lowGradeTalk", "principal")).isEqualTo("read");
    assertThat(level("lowGradeTalk", "organizers")).isEqualTo("read");
    Stream.of("member", "committee", "recorder")
        .forEach(role -> assertThat(level("lowGradeTalk", role)).as(role).isEqualTo("none"));
  }

  @Proves("C22")
  @Test
  void theSuperiorSeesTheReportUpAndNothingOfAnyPerson() {
    assertThat(level("reportUp", "orgDepartment")).isEqualTo("read");
    assertThat(level("reportUp", "superior")).isEqualTo("read");
  }

  @Proves("C19")
  @Test
  void whatWasDecidedIsKeptForEverAndTheRestThirtyYears() {
    DmnDecision retention = tables.table("shared", "retention_period");
    Map.of(
            "evaluationOpinion",
            "Y",
            "studyRecord",
            "Y",
            "debriefReport",
            "D30",
            "fieldCheck",
            "D30")
        .forEach(
            (type, period) ->
                assertThat(
                        tables.row(
                            retention, Map.of("procedure", "debriefing", "documentType", type)))
                    .as(type)
                    .containsEntry("retention", period));
  }

  private String level(String type, String role) {
    return (String)
        tables.rows(access, Map.of("documentType", type, "role", role)).get(0).get("level");
  }
}
