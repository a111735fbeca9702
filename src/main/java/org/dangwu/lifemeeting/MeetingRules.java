package org.dangwu.lifemeeting;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.dangwu.engine.ModelBean;
import org.dangwu.procedure.Parameters;

/**
 * What a superior's notice of the year switches on or off: the rule itself leaves it open, so it is
 * a parameter (1 yes, 0 no).
 */
@ModelBean("meetingRules")
public class MeetingRules {

  private final Parameters parameters;
  private final ChairDesignation designation;
  private final MeetingRounds rounds;

  MeetingRules(Parameters parameters, ChairDesignation designation, MeetingRounds rounds) {
    this.parameters = parameters;
    this.designation = designation;
    this.rounds = rounds;
  }

  /** Whether a meeting needs the study together before it (A05): 1 or 0, as the table reads it. */
  public int requireStudy(String organization, int year) {
    return parameters.number("dlm.requireStudy", organization, year);
  }

  /**
   * Who checks a member's outline before the meeting (A13): {@code CHAIR}, for the chair's own
   * {@code SUPERIOR}, or {@code NONE}. Nobody checks his own.
   */
  public String outlineReview(String organization, int year, String member, String chair) {
    if (!on("dlm.reviewMaterials", organization, year)) {
      return "NONE";
    }
    return member.equals(chair) ? "SUPERIOR" : "CHAIR";
  }

  /** Who checks the body's own material before the meeting (A13): SUPERIOR or NONE. */
  public String bodyReview(String organization, int year) {
    return on("dlm.reviewMaterials", organization, year) ? "SUPERIOR" : "NONE";
  }

  /** Whether the chair reports who was subject to inquiries by letter (A14): YES or NO. */
  public String inquiryReports(String organization, int year) {
    return on("dlm.inquiryReports", organization, year) ? "YES" : "NO";
  }

  /** Those whom the superior may designate as chair (E07), as a form offers them. */
  public Object chairChoices(String caseId) {
    List<Map<String, String>> choices =
        designation.candidates(caseId).stream().map(MeetingRules::choice).toList();
    return Variables.objectValue(new java.util.ArrayList<>(choices))
        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
        .create();
  }

  /** Which meeting of the case a request is about: 1, after an order to hold it again 2 (A37). */
  public int round(String caseId) {
    return rounds.of(caseId);
  }

  private static Map<String, String> choice(ChairDesignation.Candidate candidate) {
    Map<String, String> choice = new java.util.LinkedHashMap<>();
    choice.put(
        "label",
        "%s（%s%s）"
            .formatted(candidate.name(), candidate.leader() ? "上级领导，" : "", candidate.title()));
    choice.put("value", candidate.personId());
    return choice;
  }

  private boolean on(String key, String organization, int year) {
    return parameters.number(key, organization, year) > 0;
  }
}
