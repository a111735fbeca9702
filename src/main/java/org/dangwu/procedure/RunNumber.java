package org.dangwu.procedure;

import java.util.List;

/**
 * The number of a new run among those of the same body and year.
 *
 * @param special 0 for the run of the year
 */
record RunNumber(String businessKey, int special) {

  /** The next one after the runs that there are, cancelled ones included. */
  static RunNumber after(
      List<ProcedureCase> runs,
      ProcedureKind kind,
      String organization,
      int year,
      boolean special) {
    String key = kind.businessKey(year, organization);
    int highest = runs.stream().mapToInt(ProcedureCase::specialNumber).max().orElse(0);
    if (special) {
      return new RunNumber(key + "-S" + (highest + 1), highest + 1);
    }
    long before = runs.stream().filter(run -> !run.isSpecial()).count();
    return new RunNumber(before == 0 ? key : key + "-R" + (before + 1), 0);
  }
}
