package org.dangwu.memberreview.year;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dangwu.archive.Archive;
import org.dangwu.archive.ArchivedCase;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/** The runs of the branches' reviews, as far as the committee above needs to know. */
@Component
class BranchRuns {

  private final ProcedureCases cases;
  private final Archive archive;

  BranchRuns(ProcedureCases cases, Archive archive) {
    this.cases = cases;
    this.archive = archive;
  }

  /** The run of the branch that counts for the year: running or completed, not cancelled. */
  Optional<ProcedureCase> counting(String branch, int year) {
    return all(branch, year).stream()
        .filter(run -> run.state() != ProcedureCase.State.CANCELLED)
        .findFirst();
  }

  /** The run that counts, else the one that was broken off last. */
  Optional<ProcedureCase> newest(String branch, int year) {
    return counting(branch, year)
        .or(() -> all(branch, year).stream().max(Comparator.comparing(ProcedureCase::startedAt)));
  }

  /** The day on which the papers of the run were filed (B27). */
  Optional<LocalDate> filedOn(ProcedureCase run) {
    return archive
        .find(run.caseId())
        .map(ArchivedCase::filedAt)
        .map(filed -> filed.atZone(Deadlines.ZONE).toLocalDate());
  }

  private List<ProcedureCase> all(String branch, int year) {
    return cases.of(ProcedureKind.MEMBER_REVIEW, branch, year);
  }
}
