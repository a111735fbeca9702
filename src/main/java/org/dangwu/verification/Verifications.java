package org.dangwu.verification;

import java.util.List;
import java.util.Optional;

/**
 * The verifications of all reviews, for other modules. Decides nothing about who may see them:
 * callers do.
 */
public interface Verifications {

  /**
   * Opens a verification; the process {@code verification} with this id carries it out. While one
   * of the same person in the same run is open, its id is returned and nothing is opened beside it.
   *
   * @param organization code of the branch
   * @param matter what is to be verified
   * @param indicators codes of the table {@code disqualification_indicators}; may be empty
   * @return the id, value of the process variable {@code verificationId}
   */
  String open(
      String caseId,
      String organization,
      int year,
      String personId,
      String matter,
      List<String> indicators);

  Optional<Verification> find(String id);

  /** Those of a run, oldest first. */
  List<Verification> ofCase(String caseId);
}
