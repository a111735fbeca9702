package org.dangwu.lifemeeting.observation;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A superior's yearly draw (随机抽查).
 *
 * @param organization the superior
 * @param count how many are drawn
 * @param seed random, stored before anything was drawn
 * @param frozenAt when seed and candidates were stored
 * @param drawnAt null until drawn
 * @param publishedAt when those who attend were settled, null before
 * @param candidates in the order drawn, before that in the order of the roster
 */
public record Draw(
    String caseId,
    String organization,
    int year,
    int count,
    String seed,
    LocalDateTime frozenAt,
    LocalDateTime drawnAt,
    LocalDateTime publishedAt,
    List<DrawCandidate> candidates) {

  /**
   * A body that takes part in the draw.
   *
   * @param digest null until drawn
   * @param people whom the superior sends there, the leader first
   */
  public record DrawCandidate(
      String code, String name, String digest, Integer place, boolean drawn, List<String> people) {

    public String leader() {
      return people.isEmpty() ? null : people.get(0);
    }
  }

  public List<DrawCandidate> drawn() {
    return candidates.stream().filter(DrawCandidate::drawn).toList();
  }

  /** Whether somebody is named for every drawn body. */
  public boolean isAssigned() {
    return drawnAt != null && drawn().stream().noneMatch(body -> body.people().isEmpty());
  }
}
