package org.dangwu.procedure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The register of all runs. Decides nothing about who may see them: callers do. */
public interface ProcedureCases {

  Optional<ProcedureCase> find(String caseId);

  /** Those of these ids that are known, in no particular order. */
  List<ProcedureCase> findAll(Collection<String> caseIds);

  Optional<ProcedureCase> byProcessInstance(String processInstanceId);

  /** Runs of these organisations, newest first. */
  List<ProcedureCase> ofOrganizations(Collection<String> codes);

  /** Runs of one kind, body and year: the one that counts, special ones and cancelled ones. */
  List<ProcedureCase> of(ProcedureKind kind, String organization, int year);

  /** By whose decision a run was broken off; empty when it was not. */
  Optional<Termination> termination(String caseId);

  /** Runs that the person started, newest first. */
  List<ProcedureCase> startedBy(String userId);
}
