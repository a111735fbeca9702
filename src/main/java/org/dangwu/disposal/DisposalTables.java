package org.dangwu.disposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.engine.DecisionTables;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.People;
import org.dangwu.procedure.Parameters;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Choice;
import org.springframework.stereotype.Component;

/**
 * Asks the decision tables of a disposal. Grounds are content: they never pass through a process.
 */
@Component
class DisposalTables {

  private static final String DISPOSAL_TYPE = "disposal_type";
  private static final String DUE_EXCLUSION = "due_exclusion";
  private static final String ASSEMBLY_VOTE = "assembly_vote";

  private final DecisionTables tables;
  private final Parameters parameters;
  private final People people;
  private final ProposalBook proposals;

  DisposalTables(
      DecisionTables tables, Parameters parameters, People people, ProposalBook proposals) {
    this.tables = tables;
    this.parameters = parameters;
    this.people = people;
    this.proposals = proposals;
  }

  /** D01–D03, D07. */
  Suggestion suggest(Disposal disposal, Answers answers) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("ground", answers.text("ground"));
    inputs.put("memberStatus", status(disposal).name());
    inputs.put("disciplineMatter", answers.is("disciplineMatter", "YES"));
    inputs.put("alreadyPunished", answers.is("alreadyPunished", "YES"));
    inputs.put("priorDeadlineExpired", proposals.deadlineWasMissed(disposal.id()));
    inputs.put("acknowledges", answers.is("acknowledges", "YES"));
    inputs.put("willing", answers.is("willing", "YES"));
    inputs.put("refusesToLeave", answers.is("refusesToLeave", "YES"));
    inputs.put("absentMonths", answers.number("absentMonths"));
    inputs.put("absentLimit", number("disposal.absentMonths", disposal));
    inputs.put("maxCorrectionMonths", number("disposal.maxCorrectionMonths", disposal));
    Map<String, Object> row = tables.first(DISPOSAL_TYPE, inputs).orElseThrow();
    return new Suggestion(
        (String) row.get("action"),
        (String) row.get("label"),
        (String) row.get("groundText"),
        ((Number) row.get("maxMonths")).intValue(),
        inputs);
  }

  /** The version of the table that suggests. */
  String version() {
    return DISPOSAL_TYPE + ":" + tables.version(DISPOSAL_TYPE);
  }

  /** The five classes that need not be counted (D06). */
  List<Choice> exclusionReasons() {
    return tables.choices(DUE_EXCLUSION).stream()
        .map(
            code ->
                new Choice(
                    code,
                    (String)
                        tables
                            .first(DUE_EXCLUSION, exclusion(code, true, true))
                            .orElseThrow()
                            .get("label")))
        .toList();
  }

  /** Whether a member still counts as due. */
  boolean counts(String reason, boolean superiorApproved, boolean assemblyApproved) {
    return (boolean)
        tables
            .first(DUE_EXCLUSION, exclusion(reason, superiorApproved, assemblyApproved))
            .orElseThrow()
            .get("counted");
  }

  /** The row of the voting rules that holds for these counts. */
  Map<String, Object> vote(String ruleSet, int due, int present, int approve) {
    return tables
        .first(
            ASSEMBLY_VOTE,
            Map.of("ruleSet", ruleSet, "due", due, "present", present, "approve", approve))
        .orElseThrow();
  }

  MembershipStatus status(Disposal disposal) {
    return people
        .find(disposal.personId())
        .map(person -> person.membership().status())
        .orElse(MembershipStatus.FORMAL);
  }

  private int number(String parameter, Disposal disposal) {
    return parameters.number(parameter, disposal.organization(), disposal.year());
  }

  private static Map<String, Object> exclusion(
      String reason, boolean superiorApproved, boolean assemblyApproved) {
    return Map.of(
        "reason",
        reason,
        "superiorApproved",
        superiorApproved,
        "assemblyApproved",
        assemblyApproved);
  }
}
