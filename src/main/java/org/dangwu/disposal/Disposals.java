package org.dangwu.disposal;

import java.util.List;
import java.util.Optional;

/**
 * The disposals of all reviews, for other modules. Decides nothing about who may see them: callers
 * do.
 */
public interface Disposals {

  /**
   * Opens a disposal; the process {@code disposal} with this id carries it out. While one of the
   * same person in the same run is open, its id is returned and nothing is opened beside it.
   *
   * @param organization code of the branch
   * @param verificationId the verification it rests on, or {@code null}
   * @return the id, value of the process variable {@code disposalId}
   */
  String open(String caseId, String organization, int year, String personId, String verificationId);

  Optional<Disposal> find(String id);

  /** Those of a run, oldest first. */
  List<Disposal> ofCase(String caseId);
}
