package org.dangwu.debriefing.appraisal;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.dangwu.debriefing.DebriefResult;
import org.dangwu.debriefing.DebriefResults;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Results for those who build on them, such as the appraisal of units (C20). Read-only; every
 * reading is kept, and who is not entitled learns not even whether there is anything.
 */
@RestController("debriefResultsApi")
@RequestMapping(path = "/api/debriefing/results", produces = "application/json")
class ResultsApi {

  private final DebriefResults results;
  private final ProcedureCases cases;
  private final Organizations organizations;
  private final ResultEntitlement entitlement;
  private final ResultReadings readings;
  private final AppraisalSentences sentences;

  ResultsApi(
      DebriefResults results,
      ProcedureCases cases,
      Organizations organizations,
      ResultEntitlement entitlement,
      ResultReadings readings,
      AppraisalSentences sentences) {
    this.results = results;
    this.cases = cases;
    this.organizations = organizations;
    this.entitlement = entitlement;
    this.readings = readings;
    this.sentences = sentences;
  }

  /** The grades that a committee settled for a year. */
  @GetMapping
  ResponseEntity<YearResults> ofYear(
      @RequestParam String organization, @RequestParam int year, Principal user) {
    Organization organizer = organizations.find(organization).orElseThrow(() -> gone(user, null));
    admit(user, organizer.code(), year, null);
    return answer(
        new YearResults(
            organizer.code(),
            organizer.name(),
            year,
            results.of(organizer.code(), year).stream().map(GradeRow::of).toList()));
  }

  /** The opinions and grades of one run. */
  @GetMapping("/{caseId}")
  ResponseEntity<CaseResults> ofCase(@PathVariable String caseId, Principal user) {
    ProcedureCase run =
        cases
            .find(caseId)
            .filter(found -> found.kind() == ProcedureKind.DEBRIEFING)
            .orElseThrow(() -> gone(user, caseId));
    admit(user, run.organization(), null, caseId);
    return answer(
        new CaseResults(
            run.caseId(),
            run.organization(),
            run.organizationName(),
            run.year(),
            results.of(caseId).stream().map(OpinionRow::of).toList()));
  }

  private void admit(Principal user, String organizer, Integer year, String caseId) {
    boolean granted = entitlement.of(user.getName(), organizer);
    readings.add(user.getName(), organizer, year, caseId, granted);
    if (!granted) {
      throw notFound();
    }
  }

  /** Also who asks for what does not exist is kept. */
  private ResponseStatusException gone(Principal user, String caseId) {
    readings.add(user.getName(), "", null, caseId, false);
    return notFound();
  }

  private ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("results.none"));
  }

  private static <T> ResponseEntity<T> answer(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }

  /** Results of a year, without texts. */
  record YearResults(
      String organization, String organizationName, int year, List<GradeRow> results) {}

  /** Results of a run, with what the opinions say. */
  record CaseResults(
      String caseId,
      String organization,
      String organizationName,
      int year,
      List<OpinionRow> results) {}

  record GradeRow(
      String caseId,
      String entryId,
      String organization,
      String organizationName,
      String personId,
      String name,
      String title,
      String grade,
      String gradeLabel,
      LocalDate decidedOn) {

    static GradeRow of(DebriefResult result) {
      return new GradeRow(
          result.caseId(),
          result.entryId(),
          result.organization(),
          result.organizationName(),
          result.personId(),
          result.name(),
          result.title(),
          result.grade().name(),
          result.grade().label(),
          result.decidedOn());
    }
  }

  record OpinionRow(GradeRow result, String achievements, String problems) {

    static OpinionRow of(DebriefResult result) {
      return new OpinionRow(GradeRow.of(result), result.achievements(), result.problems());
    }
  }
}
