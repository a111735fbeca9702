package org.dangwu.lifemeeting.observation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dangwu.dossier.ExtraCaseRoles;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/**
 * Who observes a meeting (列席人员). In the case file they have the role {@code observer}: they see
 * what they need before the meeting, the plan, and nothing of the members.
 */
@Component
public class Observers implements ExtraCaseRoles {

  private static final Set<String> OBSERVER = Set.of("observer");

  private final ObservationBook book;
  private final Draws draws;
  private final Candidates candidates;
  private final ProcedureCases cases;

  Observers(ObservationBook book, Draws draws, Candidates candidates, ProcedureCases cases) {
    this.book = book;
    this.draws = draws;
    this.candidates = candidates;
    this.cases = cases;
  }

  /** Names with posts, once the discipline commission has agreed; empty before. */
  public List<String> names(String caseId) {
    return book.find(caseId)
        .filter(observation -> Boolean.TRUE.equals(observation.agreed()))
        .map(observation -> names(caseId, observation))
        .orElse(List.of());
  }

  private List<String> names(String caseId, Observation observation) {
    String body = cases.find(caseId).orElseThrow().organization();
    Map<String, Candidate> known =
        candidates.forBody(body).stream()
            .collect(Collectors.toMap(Candidate::personId, Function.identity()));
    return observation.people().stream()
        .map(id -> known.containsKey(id) ? known.get(id).named() : id)
        .toList();
  }

  @Override
  public Set<String> of(String userId, String caseId) {
    return cases
        .find(caseId)
        .filter(run -> run.kind() == ProcedureKind.LIFE_MEETING)
        .filter(run -> isAppointed(userId, run))
        .map(run -> OBSERVER)
        .orElse(Set.of());
  }

  private boolean isAppointed(String userId, ProcedureCase run) {
    return book.find(run.caseId())
            .filter(observation -> Boolean.TRUE.equals(observation.agreed()))
            .filter(observation -> observation.people().contains(userId))
            .isPresent()
        || draws.isSentTo(userId, run.organization(), run.year());
  }
}
