package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.dangwu.models.Proves;
import org.dangwu.models.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of the life meeting at their boundaries. */
class LifeMeetingTablesTest {

  private static final String FOLDER = "life-meeting";

  /** Every code of the tables that compare with words, and one that none of them knows. */
  private static final List<String> CODES =
      List.of(
          "IMPORTANT_PROBLEM",
          "DECISION_ERROR",
          "EMERGENCY",
          "INSPECTION",
          "VIOLATION",
          "STUDY",
          "TRAINING",
          "SECONDMENT",
          "ILLNESS",
          "DUTY",
          "IN_OFFICE",
          "VACANT",
          "UNDER_EXAMINATION",
          "COLLECTIVE",
          "somethingNew");

  private static final Pattern ROW = Pattern.compile("<rule id=\"([^\"]+)\"");

  private final Tables tables = new Tables();

  @Proves("A19")
  @ParameterizedTest
  @CsvSource({"3,2", "4,3", "5,4", "6,4", "7,5", "9,6", "11,8", "12,8", "15,10", "16,11", "20,14"})
  void twoThirdsOfThoseDueAreEnoughAndOneLessIsNot(int due, int needed) {
    assertThat(quorum(due, needed)).containsEntry("status", "MET").containsEntry("needed", needed);
    assertThat(quorum(due, needed - 1))
        .containsEntry("status", "NOT_MET")
        .containsEntry("needed", needed);
    assertThat(quorum(due, due)).containsEntry("status", "MET");
    assertThat(quorum(due, due + 1)).containsEntry("status", "REFUSED");
  }

  @Proves("A19")
  @Test
  void quorumAgreesWithWholeNumberArithmeticForEveryBody() {
    for (int due = 1; due <= 60; due++) {
      for (int present = 0; present <= due; present++) {
        assertThat(quorum(due, present))
            .containsEntry("status", 3 * present >= 2 * due ? "MET" : "NOT_MET")
            .containsEntry("needed", (2 * due + 2) / 3);
      }
    }
  }

  @Proves("A19")
  @ParameterizedTest
  @CsvSource({"0,0", "-1,0", "5,-1", "5,6"})
  void impossibleCountsAreRefused(int due, int present) {
    assertThat(quorum(due, present)).containsEntry("status", "REFUSED");
  }

  @Proves({"A06", "A07"})
  @ParameterizedTest
  @CsvSource({
    "11,10,ON_TIME",
    "10,10,ON_TIME",
    "9,10,LATE",
    "1,10,LATE",
    "0,10,LATE",
    "-1,10,PAST",
    "15,15,ON_TIME",
    "14,15,LATE"
  })
  void planMustBeThereTenDaysOrTheParameterBefore(int daysBefore, int leadDays, String status) {
    assertThat(row("dlm_plan_deadline", Map.of("daysBefore", daysBefore, "leadDays", leadDays)))
        .containsEntry("status", status);
  }

  @Proves({"A01", "A02"})
  @ParameterizedTest
  @CsvSource({
    "9,EARLY",
    "10,IN_WINDOW",
    "11,IN_WINDOW",
    "12,IN_WINDOW",
    "13,LATE",
    "1,EARLY",
    "15,LATE"
  })
  void meetingBelongsIntoTheFourthQuarter(int month, String status) {
    assertThat(calendar("ANNUAL", "NONE", month)).containsEntry("status", status);
    assertThat(calendar("ANNUAL_WITH_SPECIAL", "NONE", month)).containsEntry("status", status);
  }

  @Proves({"A01", "A02"})
  @ParameterizedTest
  @CsvSource({"BEFORE,EARLY", "WITHIN,IN_WINDOW", "AFTER,LATE"})
  void timeSetByTheSuperiorsNoticeReplacesTheFourthQuarter(String window, String status) {
    assertThat(calendar("ANNUAL", window, 9)).containsEntry("status", status);
    assertThat(calendar("ANNUAL", window, 11)).containsEntry("status", status);
    assertThat(calendar("ANNUAL", window, 14)).containsEntry("status", status);
  }

  @Proves("A03")
  @ParameterizedTest
  @CsvSource({"1", "6", "11", "14"})
  void specialMeetingIsHeldWhenItIsNeeded(int month) {
    assertThat(calendar("SPECIAL", "AFTER", month)).containsEntry("status", "IN_WINDOW");
  }

  @Proves({"A27", "E08"})
  @ParameterizedTest
  @CsvSource({
    "15,15,3,ON_TIME,''",
    "16,15,3,LATE,superior-organization-head",
    "15,15,2,PENDING,''",
    "16,15,2,OVERDUE,superior-office",
    "0,15,0,PENDING,''",
    "-1,15,0,NOT_HELD,''",
    "10,10,3,ON_TIME,''",
    "11,10,3,LATE,superior-organization-head"
  })
  void reportIsDueOnTheFifteenthDay(
      int daysAfter, int reportDays, int receipts, String status, String escalateTo) {
    assertThat(report(daysAfter, reportDays, receipts))
        .containsEntry("status", status)
        .containsEntry("escalateTo", escalateTo);
  }

  @Proves("A03")
  @ParameterizedTest
  @CsvSource({
    "IMPORTANT_PROBLEM,true",
    "DECISION_ERROR,true",
    "EMERGENCY,true",
    "INSPECTION,true",
    "VIOLATION,true",
    "OTHER,false",
    "somethingNew,false"
  })
  void theNamedTriggersDemandASpecialMeetingOthersTheSuperiorJudges(
      String trigger, boolean mandatory) {
    assertThat(row("dlm_trigger", Map.of("specialTrigger", trigger)))
        .containsEntry("mandatory", mandatory)
        .containsEntry("meetingKind", "SPECIAL")
        .hasEntrySatisfying("label", label -> assertThat((String) label).isNotBlank());
  }

  @Proves({"A18", "E01"})
  @ParameterizedTest
  @CsvSource({
    "STUDY,NO,NOT_ALLOWED,外出学习",
    "STUDY,YES,ALLOWED_WITH_SUPERIOR_CONSENT,外出学习（特殊情况）",
    "TRAINING,NO,NOT_ALLOWED,培训",
    "TRAINING,YES,ALLOWED_WITH_SUPERIOR_CONSENT,培训（特殊情况）",
    "SECONDMENT,NO,NOT_ALLOWED,挂职",
    "SECONDMENT,YES,ALLOWED_WITH_SUPERIOR_CONSENT,挂职（特殊情况）",
    "ILLNESS,,ALLOWED_WITH_SUPERIOR_CONSENT,因病",
    "DUTY,,ALLOWED_WITH_SUPERIOR_CONSENT,紧急公务",
    "OTHER,,ALLOWED_WITH_SUPERIOR_CONSENT,其他事由"
  })
  void studyTrainingAndSecondmentAreNoReasonExceptInSpecialCases(
      String reason, String specialCase, String decision, String label) {
    Map<String, Object> inputs = new java.util.HashMap<>();
    inputs.put("leaveReason", reason);
    inputs.put("specialCase", specialCase);
    assertThat(row("leave_reason", inputs))
        .containsEntry("decision", decision)
        .containsEntry("label", label);
  }

  @Proves("E07")
  @ParameterizedTest
  @CsvSource({
    "IN_OFFICE,NONE",
    "VACANT,SUPERIOR_DESIGNATES",
    "UNDER_EXAMINATION,SUPERIOR_DESIGNATES",
    "UNABLE,SUPERIOR_DESIGNATES"
  })
  void whereThePrincipalCannotPresideTheSuperiorDesignates(String status, String substitution) {
    assertThat(row("chair_substitution", Map.of("chairStatus", status)))
        .containsEntry("substitution", substitution);
  }

  @Proves("A05")
  @ParameterizedTest
  @CsvSource({
    "0,COLLECTIVE,READY",
    "0,INDIVIDUAL,READY",
    "1,COLLECTIVE,READY",
    "1,INDIVIDUAL,STUDY_REQUIRED"
  })
  void whereItIsRequiredNoMeetingWithoutStudyTogether(
      int requireStudy, String studyWay, String status) {
    assertThat(row("dlm_readiness", Map.of("requireStudy", requireStudy, "studyWay", studyWay)))
        .containsEntry("status", status);
  }

  @Test
  void noTableHasAGapOrARowThatNeverMatches() {
    for (int a = -3; a <= 40; a++) {
      for (String window : List.of("NONE", "BEFORE", "WITHIN", "AFTER")) {
        calendar("ANNUAL", window, a);
        calendar("SPECIAL", window, a);
      }
      for (int b = -2; b <= 20; b++) {
        quorum(a, b);
        row("dlm_plan_deadline", Map.of("daysBefore", a, "leadDays", Math.max(b, 1)));
        report(a, 15, b);
      }
    }
    for (String code : CODES) {
      row("dlm_trigger", Map.of("specialTrigger", code));
      row("chair_substitution", Map.of("chairStatus", code));
      for (String answer : List.of("YES", "NO")) {
        row("leave_reason", Map.of("leaveReason", code, "specialCase", answer));
      }
      for (int required = 0; required <= 1; required++) {
        row("dlm_readiness", Map.of("requireStudy", required, "studyWay", code));
      }
    }
    assertThat(new TreeSet<>(tables.matched()))
        .containsAll(rowsOf("dlm_trigger"))
        .containsAll(rowsOf("chair_substitution"))
        .containsAll(rowsOf("leave_reason"))
        .containsAll(rowsOf("dlm_readiness"))
        .containsAll(rowsOf("dlm_calendar"))
        .containsAll(rowsOf("dlm_quorum"))
        .containsAll(rowsOf("dlm_plan_deadline"))
        .containsAll(rowsOf("dlm_report_deadline"));
  }

  private Map<String, Object> calendar(String kind, String window, int month) {
    return row(
        "dlm_calendar", Map.of("meetingKind", kind, "window", window, "meetingMonth", month));
  }

  private Map<String, Object> quorum(int due, int present) {
    return row("dlm_quorum", Map.of("dueCount", due, "presentCount", present));
  }

  private Map<String, Object> report(int daysAfter, int reportDays, int receipts) {
    return row(
        "dlm_report_deadline",
        Map.of("daysAfter", daysAfter, "reportDays", reportDays, "receipts", receipts));
  }

  private Map<String, Object> row(String key, Map<String, Object> inputs) {
    DmnDecision table = parsed.computeIfAbsent(key, k -> tables.table(FOLDER, k));
    return tables.row(table, inputs);
  }

  private final Map<String, DmnDecision> parsed = new java.util.HashMap<>();

  private static Set<String> rowsOf(String key) {
    String xml = ModelEngine.text(java.nio.file.Path.of("processes", FOLDER, key + ".dmn"));
    return ROW.matcher(xml)
        .results()
        .map((MatchResult m) -> m.group(1))
        .collect(Collectors.toSet());
  }
}
