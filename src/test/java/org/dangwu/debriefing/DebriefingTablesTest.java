package org.dangwu.debriefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.dangwu.ballot.Grade;
import org.dangwu.models.Proves;
import org.dangwu.models.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scope, manner, figures and destinations of the debriefing at their boundaries. */
class DebriefingTablesTest {

  private static final String FOLDER = "debriefing";

  /** One for all vectors: a table takes longer to read than to answer. */
  private static final Tables TABLES = new Tables();

  private static final Map<String, DmnDecision> PARSED = new HashMap<>();

  @Proves("C02")
  @ParameterizedTest
  @CsvSource({
    "COMMITTEE,COUNTY,COMMITTEE,TOWNSHIP,TOWN,true,TOWN",
    "COMMITTEE,COUNTY,PARTY_GROUP,TOWNSHIP,AGENCY,true,AGENCY",
    "COMMITTEE,COUNTY,AGENCY_COMMITTEE,TOWNSHIP,OTHER,true,WORK_COMMITTEE",
    "COMMITTEE,COUNTY,COMMITTEE,GRASSROOTS,STATE_ENTERPRISE,true,STATE_ENTERPRISE",
    "COMMITTEE,COUNTY,COMMITTEE,TOWNSHIP,UNIVERSITY,true,UNIVERSITY",
    "COMMITTEE,COUNTY,COMMITTEE,TOWNSHIP,HOSPITAL,true,HOSPITAL",
    "COMMITTEE,COUNTY,COMMITTEE,TOWNSHIP,INSTITUTION,true,INSTITUTION",
    "COMMITTEE,COUNTY,PARTY_GROUP,TOWNSHIP,OTHER,true,OTHER",
    "COMMITTEE,COUNTY,DEPARTMENT,TOWNSHIP,AGENCY,false,NONE",
    "COMMITTEE,COUNTY,ORGANIZATION_DEPARTMENT,TOWNSHIP,AGENCY,false,NONE",
    "COMMITTEE,COUNTY,DISCIPLINE_COMMISSION,COUNTY,AGENCY,false,NONE",
    "COMMITTEE,COUNTY,MEMBER_GROUP,GRASSROOTS,OTHER,false,NONE",
    "COMMITTEE,COUNTY,BRANCH,GRASSROOTS,OTHER,false,NONE",
    "COMMITTEE,COUNTY,COMMITTEE,CITY,UNIVERSITY,false,NONE",
    "COMMITTEE,CITY,COMMITTEE,COUNTY,OTHER,true,CITY_COUNTY",
    "COMMITTEE,CITY,COMMITTEE,PROVINCE,UNIVERSITY,false,NONE",
    "COMMITTEE,PROVINCE,COMMITTEE,CITY,OTHER,true,CITY_COUNTY",
    "COMMITTEE,PROVINCE,AGENCY_COMMITTEE,PROVINCE,OTHER,true,WORK_COMMITTEE",
    "AGENCY_COMMITTEE,TOWNSHIP,COMMITTEE,GRASSROOTS,AGENCY,true,AGENCY",
    "AGENCY_COMMITTEE,TOWNSHIP,BRANCH,GRASSROOTS,OTHER,true,BRANCH",
    "COMMITTEE,TOWNSHIP,BRANCH,GRASSROOTS,VILLAGE,true,VILLAGE",
    "COMMITTEE,TOWNSHIP,GENERAL_BRANCH,GRASSROOTS,OTHER,true,BRANCH",
    "COMMITTEE,TOWNSHIP,COMMITTEE,COUNTY,HOSPITAL,false,NONE",
    "COMMITTEE,GRASSROOTS,BRANCH,GRASSROOTS,OTHER,true,BRANCH",
    "COMMITTEE,GRASSROOTS,COMMITTEE,TOWNSHIP,AGENCY,false,NONE",
    "PARTY_GROUP,TOWNSHIP,COMMITTEE,GRASSROOTS,AGENCY,true,AGENCY",
    "GENERAL_BRANCH,GRASSROOTS,BRANCH,GRASSROOTS,OTHER,false,NONE",
    "DEPARTMENT,TOWNSHIP,COMMITTEE,GRASSROOTS,AGENCY,false,NONE"
  })
  void everyLevelOrganisesTheSecretariesOfTheNextLowerOne(
      String organizerKind,
      String organizerLevel,
      String kind,
      String level,
      String unitType,
      boolean inScope,
      String category) {
    assertThat(
            row(
                "debrief_scope",
                Map.of(
                    "organizerKind",
                    organizerKind,
                    "organizerLevel",
                    organizerLevel,
                    "kind",
                    kind,
                    "level",
                    level,
                    "unitType",
                    unitType)))
        .containsEntry("inScope", inScope)
        .containsEntry("category", category);
  }

  @Proves({"C03", "E26"})
  @ParameterizedTest
  @CsvSource({
    "TOWNSHIP,TOWN,false,ONSITE,true",
    "CITY,OTHER,false,ONSITE,true",
    "COUNTY,OTHER,false,ONSITE,true",
    "TOWNSHIP,TOWN,true,WRITTEN,true",
    "COUNTY,OTHER,true,WRITTEN,true",
    "TOWNSHIP,STATE_ENTERPRISE,false,ONSITE,false",
    "TOWNSHIP,UNIVERSITY,false,ONSITE,false",
    "COUNTY,HOSPITAL,false,ONSITE,false",
    "GRASSROOTS,VILLAGE,false,ONSITE,false",
    "TOWNSHIP,AGENCY,false,WRITTEN,false",
    "COUNTY,AGENCY,false,WRITTEN,false",
    "TOWNSHIP,INSTITUTION,false,WRITTEN,false",
    "GRASSROOTS,OTHER,false,WRITTEN,false",
    "TOWNSHIP,STATE_ENTERPRISE,true,WRITTEN,false",
    "GRASSROOTS,VILLAGE,true,WRITTEN,false"
  })
  void citiesCountiesAndTownsReportOnSiteUnlessAnExceptionIsAgreed(
      String level, String unitType, boolean exception, String mode, boolean required) {
    assertThat(
            row(
                "debrief_mode",
                Map.of("level", level, "unitType", unitType, "exception", exception)))
        .containsEntry("mode", mode)
        .containsEntry("required", required);
  }

  @Proves("C12")
  @ParameterizedTest
  @ValueSource(strings = {"LEADERS", "DEPARTMENTS", "DELEGATES", "GRASSROOTS", "PEERS"})
  void noClassOfVotersHasAWeightThatNobodyLaidDown(String voterClass) {
    Map<String, Object> row = row("ballot_weights", Map.of("voterClass", voterClass));
    assertThat(row.get("label")).asString().isNotBlank();
    assertThat(row).containsEntry("weight", null);
    assertThat(TABLES.rows(table("ballot_weights"), Map.of("voterClass", "MASSES"))).isEmpty();
  }

  @Proves("C08")
  @ParameterizedTest
  @CsvSource({
    "ON_SITE,true",
    "VISIT_MEMBERS,true",
    "VISIT_MASSES,true",
    "INTERVIEW,true",
    "PROBLEM_SOLVED,true",
    "REPORT_HEARD,false",
    "LEDGER,false",
    "MEETINGS,false",
    "DOCUMENTS,false",
    "INSTRUCTIONS,false",
    "TRACES,false",
    "PUBLICITY,false"
  })
  void whatIsSeenAndHeardCountsAndPaperDoesNot(String evidence, boolean accepted) {
    assertThat(row("field_evidence", Map.of("evidence", evidence)))
        .containsEntry("accepted", accepted);
  }

  @Proves("C05")
  @Test
  void everySecretaryIsReviewedOnTheSameFiveContents() {
    for (String category : List.of("TOWN", "AGENCY", "BRANCH", "OTHER", "CITY_COUNTY")) {
      assertThat(TABLES.rows(table("debrief_criteria"), Map.of("category", category)))
          .extracting(row -> row.get("code"))
          .containsExactly("DUTY", "ORGANIZATION", "FUNCTION", "PROBLEMS", "REPORT");
    }
    assertThat(TABLES.rows(table("debrief_criteria"), Map.of("category", "NONE"))).isEmpty();
  }

  @Proves({"C13", "C14"})
  @Test
  void everyGradeOfTheScaleHasItsPointsAndAnAbstentionHasNone() {
    assertThat(Grade.WORK_GRADES)
        .extracting(grade -> row("rating_points", Map.of("grade", grade.code())).get("points"))
        .containsExactly(100, 80, 60, 40);
    assertThat(TABLES.rows(table("rating_points"), Map.of("grade", Grade.ABSTAIN.code())))
        .isEmpty();
  }

  @Proves("C14")
  @Test
  void partsOfTheAdvisoryScoreAreWholeNumbers() {
    assertThat(part("SESSION", 9125, 30)).isEqualTo(273_750);
    assertThat(part("FIELD", 10_000, 50)).isEqualTo(500_000);
    assertThat(part("DAILY", 0, 20)).isEqualTo(0);
    assertThat(part("DAILY", 8333, 0)).isEqualTo(0);
  }

  @Proves("C14")
  @ParameterizedTest
  @CsvSource({
    "SESSION,10001,30",
    "SESSION,-1,30",
    "FIELD,9000,101",
    "FIELD,9000,-1",
    "SELF,9000,10"
  })
  void impossiblePointsWeightsAndSourcesGiveNoPart(String component, int points, int weight) {
    assertThat(part(component, points, weight)).isNull();
  }

  @Proves("C14")
  @ParameterizedTest
  @CsvSource({
    "10000,GOOD",
    "9000,GOOD",
    "8999,FAIRLY_GOOD",
    "8000,FAIRLY_GOOD",
    "7999,FAIR",
    "6000,FAIR",
    "5999,POOR",
    "0,POOR",
    "-1,NONE",
    "10001,NONE"
  })
  void scoreOnlySuggestsAGrade(int score, String grade) {
    Map<String, Object> row = row("score_to_grade", Map.of("score", score));
    assertThat(row).containsEntry("grade", grade);
    assertThat(row.get("note")).asString().contains(grade.equals("NONE") ? "请核对" : "等次由党委（党组）研究确定");
  }

  @Proves({"C15", "E27"})
  @ParameterizedTest
  @CsvSource({
    // total, percent, most
    "34,30,10",
    "34,33,11",
    "34,40,13",
    "34,50,17",
    "8,30,2",
    "8,50,4",
    "3,33,0",
    "3,34,1",
    "1,99,0",
    "100,1,1",
    "10,0,0"
  })
  void goodGradesStayWithinTheShareOfThePlan(int total, int percent, int most) {
    assertThat(distribution(total, most, percent))
        .containsEntry("status", "OK")
        .containsEntry("most", most);
    assertThat(distribution(total, most + 1, percent))
        .containsEntry("status", "EXCEEDS")
        .containsEntry("most", most);
  }

  @Proves("C15")
  @Test
  void withoutAShareNothingIsDecidedAndNoFigureIsAssumed() {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("total", 34);
    inputs.put("good", 0);
    inputs.put("maxGoodPercent", null);
    assertThat(row("grade_distribution", inputs))
        .containsEntry("status", "UNSET")
        .containsEntry("most", 0);
    assertThat(row("grade_distribution", inputs).get("note")).asString().contains("没有规定具体比例");
  }

  @Proves("C15")
  @ParameterizedTest
  @CsvSource({"34,5,-1", "34,5,100", "34,34,101", "0,0,30", "-1,0,30", "34,-1,30", "34,35,30"})
  void impossibleSharesAndCountsAreRefused(int total, int good, int percent) {
    assertThat(distribution(total, good, percent)).containsEntry("status", "REFUSED");
  }

  @Proves("C23")
  @Test
  void onlyATalkIsProposedForLowGrades() {
    for (String grade : List.of("FAIR", "POOR")) {
      assertThat(TABLES.rows(table("low_grade_measures"), Map.of("grade", grade)))
          .extracting(row -> row.get("measure"))
          .containsExactly("TALK");
    }
    for (String grade : List.of("GOOD", "FAIRLY_GOOD")) {
      assertThat(TABLES.rows(table("low_grade_measures"), Map.of("grade", grade))).isEmpty();
    }
  }

  @Proves("C19")
  @ParameterizedTest
  @CsvSource({"OWN,3,true", "SUPERIOR,3,true", "UNIT,3,true", "NONE,'',false"})
  void whoManagesTheCadreKeepsTheOpinion(String authority, String fileClass, boolean receipt) {
    assertThat(row("personnel_file_owner", Map.of("managementAuthority", authority)))
        .containsEntry("fileClass", fileClass)
        .containsEntry("receiptNeeded", receipt)
        .containsKeys("owner", "destination", "note");
  }

  @Test
  void noRowIsOutOfReach() {
    everyRowOnce();

    assertThat(new TreeSet<>(TABLES.matched())).containsExactlyElementsOf(Tables.allRows(FOLDER));
  }

  private void everyRowOnce() {
    List<String> kinds =
        List.of(
            "COMMITTEE",
            "PARTY_GROUP",
            "AGENCY_COMMITTEE",
            "GENERAL_BRANCH",
            "BRANCH",
            "DEPARTMENT");
    List<String> levels = List.of("PROVINCE", "CITY", "COUNTY", "TOWNSHIP", "GRASSROOTS");
    List<String> units =
        List.of(
            "TOWN",
            "AGENCY",
            "STATE_ENTERPRISE",
            "UNIVERSITY",
            "HOSPITAL",
            "INSTITUTION",
            "VILLAGE",
            "OTHER");
    for (String organizerKind : kinds) {
      for (String organizerLevel : levels) {
        for (String kind : kinds) {
          for (String level : levels) {
            for (String unit : units) {
              everyLevelOrganisesOnce(organizerKind, organizerLevel, kind, level, unit);
            }
          }
        }
      }
    }
    for (String level : levels) {
      for (String unit : units) {
        for (boolean exception : List.of(true, false)) {
          row("debrief_mode", Map.of("level", level, "unitType", unit, "exception", exception));
        }
      }
    }
    Tables.codes(FOLDER, "ballot_weights")
        .forEach(this::noClassOfVotersHasAWeightThatNobodyLaidDown);
    Tables.codes(FOLDER, "field_evidence")
        .forEach(code -> row("field_evidence", Map.of("evidence", code)));
    everySecretaryIsReviewedOnTheSameFiveContents();
    everyGradeOfTheScaleHasItsPointsAndAnAbstentionHasNone();
    partsOfTheAdvisoryScoreAreWholeNumbers();
    for (int score : List.of(9500, 8500, 7000, 10, -1)) {
      row("score_to_grade", Map.of("score", score));
    }
    withoutAShareNothingIsDecidedAndNoFigureIsAssumed();
    goodGradesStayWithinTheShareOfThePlan(34, 30, 10);
    for (int[] bad :
        new int[][] {{34, 5, -1}, {34, 5, 100}, {0, 0, 30}, {34, -1, 30}, {3, 4, 30}}) {
      distribution(bad[0], bad[1], bad[2]);
    }
    onlyATalkIsProposedForLowGrades();
    Tables.codes(FOLDER, "personnel_file_owner")
        .forEach(code -> row("personnel_file_owner", Map.of("managementAuthority", code)));
  }

  private void everyLevelOrganisesOnce(
      String organizerKind, String organizerLevel, String kind, String level, String unitType) {
    Map<String, Object> row =
        row(
            "debrief_scope",
            Map.of(
                "organizerKind",
                organizerKind,
                "organizerLevel",
                organizerLevel,
                "kind",
                kind,
                "level",
                level,
                "unitType",
                unitType));
    assertThat(row.get("category").equals("NONE")).isEqualTo(row.get("inScope").equals(false));
  }

  private Object part(String component, int points, int weight) {
    List<Map<String, Object>> rows =
        TABLES.rows(
            table("composite_score"),
            Map.of("component", component, "points", points, "weight", weight));
    return rows.isEmpty() ? null : rows.get(0).get("part");
  }

  private Map<String, Object> distribution(int total, int good, int percent) {
    return row(
        "grade_distribution", Map.of("total", total, "good", good, "maxGoodPercent", percent));
  }

  private Map<String, Object> row(String key, Map<String, Object> inputs) {
    return TABLES.row(table(key), inputs);
  }

  private DmnDecision table(String key) {
    return PARSED.computeIfAbsent(key, k -> TABLES.table(FOLDER, k));
  }
}
