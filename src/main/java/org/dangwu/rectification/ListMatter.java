package org.dangwu.rectification;

import org.dangwu.procedure.ProcedureCase;

/**
 * A list as a task writes or reviews it.
 *
 * @param listId under which the draft is kept
 * @param organization code of the body whose problems are listed
 * @param secretary user id of the secretary who lists them for a superior, else empty
 * @param superior code of the committee that has him list them, else empty
 * @param entryId his entry in the superior's run, else empty
 */
record ListMatter(
    String listId,
    ProcedureCase run,
    String organization,
    String secretary,
    String superior,
    String entryId) {

  /** Also for the pages that show it. */
  public boolean isOfSecretary() {
    return !secretary.isEmpty();
  }

  /** First part of the numbers of the items; secretaries number theirs each for himself. */
  String number() {
    return isOfSecretary() ? run.businessKey() + "-" + organization : run.businessKey();
  }
}
