package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.dangwu.models.Proves;
import org.dangwu.models.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that judge talks and inquiries, and who sees what comes of the preparation. */
class PreparationTablesTest {

  private static final List<String> ROLES =
      List.of(
          "subject",
          "principal",
          "member",
          "recorder",
          "office",
          "orgDepartment",
          "discipline",
          "superior",
          "archivist",
          "none");

  private final Tables tables = new Tables();
  private final DmnDecision talks = tables.table("life-meeting", "dlm_talks");
  private final DmnDecision inquiries = tables.table("life-meeting", "letter_inquiry");
  private final DmnDecision access = tables.table("shared", "access_level");

  @Proves("A11")
  @ParameterizedTest
  @CsvSource({
    "PRINCIPAL_MEMBER,0,1,false,true,MISSING",
    "PRINCIPAL_MEMBER,1,1,false,true,COVERED",
    "MEMBERS,0,1,false,true,MISSING",
    "MEMBERS,1,2,false,true,MISSING",
    "MEMBERS,2,2,false,false,COVERED",
    "MEMBERS,3,2,false,false,COVERED",
    "MEMBERS,0,1,true,true,EXCUSED",
    "MEMBERS,0,1,true,false,MISSING",
    "UNIT,0,1,true,true,EXCUSED",
    "UNIT,0,1,false,true,MISSING",
    "UNIT,0,0,false,false,NOT_REQUIRED",
    "MEMBERS,5,0,false,false,NOT_REQUIRED"
  })
  void aTalkIsMissingUnlessItTookPlaceOftenEnoughOrAReasonMayStandForIt(
      String relation, int held, int needed, boolean reason, boolean gaps, String status) {
    assertThat(talk(relation, held, needed, reason, gaps)).containsEntry("status", status);
  }

  @Proves("A11")
  @Test
  void whatIsMissingIsSaidForEachRelation() {
    assertThat(
            List.of("PRINCIPAL_MEMBER", "UNIT", "MEMBERS").stream()
                .map(relation -> (String) talk(relation, 0, 1, false, true).get("message"))
                .collect(Collectors.toSet()))
        .hasSize(3)
        .allSatisfy(message -> assertThat(message).contains("应当"));
  }

  @Proves("A14")
  @ParameterizedTest
  @CsvSource({"FAULT,作出深刻检查", "REMINDED,作出整改表态", "CLEARED,简要说明情况", "OTHER,说明情况"})
  void whatAMemberDoesAtTheMeetingFollowsFromTheOutcome(String outcome, String requirement) {
    assertThat(tables.row(inquiries, Map.of("outcome", outcome)))
        .containsEntry("requirement", requirement);
  }

  @Test
  void noRowIsIdle() {
    for (String relation : List.of("PRINCIPAL_MEMBER", "MEMBERS", "UNIT")) {
      for (int held = 0; held < 3; held++) {
        for (int needed = 0; needed < 3; needed++) {
          for (boolean reason : List.of(true, false)) {
            talk(relation, held, needed, reason, true);
            talk(relation, held, needed, reason, false);
          }
        }
      }
    }
    List.of("FAULT", "REMINDED", "CLEARED", "OTHER")
        .forEach(outcome -> tables.row(inquiries, Map.of("outcome", outcome)));
    assertThat(new TreeSet<>(tables.matched()))
        .containsAll(rows("dlm_talks"))
        .containsAll(rows("letter_inquiry"));
  }

  @Proves("A09")
  @Test
  void whatIsSaidOfAMemberIsReadByHimAndThePrincipalAlone() {
    assertThat(readers("opinionFeedbackMember")).containsExactlyInAnyOrder("subject", "principal");
    assertThat(readers("questionnaireExport")).containsExactly("office");
  }

  @Proves("A14")
  @Test
  void inquiriesAreReadByMemberPrincipalAndDisciplineAndNobodyElseKnowsOfThem() {
    assertThat(readers("inquiry")).containsExactlyInAnyOrder("subject", "principal", "discipline");
    assertThat(ROLES)
        .filteredOn(role -> !readers("inquiry").contains(role))
        .allSatisfy(role -> assertThat(level("inquiry", role)).isEqualTo("none"));
  }

  private Map<String, Object> talk(
      String relation, int held, int needed, boolean reason, boolean gaps) {
    return tables.row(
        talks,
        Map.of(
            "relation", relation,
            "talks", held,
            "needed", needed,
            "reasonGiven", reason,
            "gapsAllowed", gaps));
  }

  private List<String> readers(String type) {
    return ROLES.stream()
        .filter(role -> Set.of("read", "export").contains(level(type, role)))
        .toList();
  }

  private String level(String type, String role) {
    return (String)
        tables.row(access, Map.of("documentType", type, "type", type, "role", role)).get("level");
  }

  private static Set<String> rows(String key) {
    return Pattern.compile("<rule id=\"([^\"]+)\"")
        .matcher(ModelEngine.text(Path.of("processes", "life-meeting", key + ".dmn")))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
