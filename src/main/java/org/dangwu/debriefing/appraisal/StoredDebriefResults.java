package org.dangwu.debriefing.appraisal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefResult;
import org.dangwu.debriefing.DebriefResults;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/** Reads settled grades from the opinions (C20). */
@Component("storedDebriefResults")
class StoredDebriefResults implements DebriefResults {

  private final OpinionBook opinions;
  private final DebriefEntries entries;
  private final ProcedureCases cases;
  private final FeedbackBook feedbacks;

  StoredDebriefResults(
      OpinionBook opinions, DebriefEntries entries, ProcedureCases cases, FeedbackBook feedbacks) {
    this.opinions = opinions;
    this.entries = entries;
    this.cases = cases;
    this.feedbacks = feedbacks;
  }

  @Override
  public List<DebriefResult> of(String caseId) {
    return cases.find(caseId).map(this::of).orElse(List.of());
  }

  @Override
  public List<DebriefResult> of(String organizer, int year) {
    return cases.of(ProcedureKind.DEBRIEFING, organizer, year).stream()
        .flatMap(run -> of(run).stream())
        .toList();
  }

  @Override
  public Optional<DebriefResult> find(String entryId) {
    return opinions
        .find(entryId)
        .filter(opinion -> opinion.settled() != null)
        .flatMap(
            opinion ->
                cases
                    .find(opinion.caseId())
                    .flatMap(run -> entries.find(entryId).map(e -> result(run, e, opinion))));
  }

  @Override
  public List<DebriefResult> ofPerson(String personId) {
    return feedbacks.ofPerson(personId).stream()
        .flatMap(entry -> find(entry).stream())
        .sorted(Comparator.comparingInt(DebriefResult::year).reversed())
        .toList();
  }

  private List<DebriefResult> of(ProcedureCase run) {
    Map<String, Opinion> settled = opinions.of(run.caseId());
    return entries.of(run.caseId()).stream()
        .filter(entry -> settled.containsKey(entry.entryId()))
        .filter(entry -> settled.get(entry.entryId()).settled() != null)
        .map(entry -> result(run, entry, settled.get(entry.entryId())))
        .toList();
  }

  private static DebriefResult result(ProcedureCase run, DebriefEntry entry, Opinion opinion) {
    return new DebriefResult(
        entry.entryId(),
        run.caseId(),
        run.organization(),
        run.year(),
        entry.organization(),
        entry.organizationName(),
        entry.personId(),
        entry.name(),
        entry.title(),
        opinion.settled(),
        opinion.achievements(),
        opinion.problems(),
        opinion.decidedOn());
  }
}
