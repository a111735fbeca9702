package org.dangwu.debriefing.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dangwu.debriefing.SecretaryGrade;

/**
 * A meeting of the committee that studies the grades (党委研究, C16).
 *
 * @param number 1 for the first of the run
 * @param present members who were there
 * @param hostLast whether the host spoke last (主持人末位表态)
 * @param sentBack whether the committee sent the opinions back without a vote
 * @param outcome {@code null} until the task is done
 */
record Study(
    String taskId,
    int number,
    LocalDate heldOn,
    int due,
    int present,
    String chair,
    boolean hostLast,
    boolean sentBack,
    String discussion,
    List<Absence> absences,
    List<Vote> votes,
    String outcome) {

  Study {
    absences = List.copyOf(absences);
    votes = List.copyOf(votes);
  }

  Optional<Vote> on(String entryId) {
    return votes.stream().filter(vote -> vote.entryId().equals(entryId)).findFirst();
  }

  boolean isAbsent(String personId) {
    return absences.stream().anyMatch(absence -> absence.personId().equals(personId));
  }

  /** How many of those present vote on an item from which these keep out. */
  int voters(Set<String> recused) {
    return present - (int) recused.stream().filter(person -> !isAbsent(person)).count();
  }

  /** The smallest approval among all votes: what passes with it passes throughout. */
  int smallestApproval() {
    return votes.stream().mapToInt(Vote::approve).min().orElse(0);
  }

  /**
   * A member who was not there.
   *
   * @param writtenOpinion what he wrote; noted, never counted
   */
  public record Absence(String personId, String writtenOpinion) {}

  /**
   * The vote on one secretary.
   *
   * @param reason why the committee changed the grade put forward, empty when it did not
   * @param recused members who kept out of it (回避), present or not
   */
  public record Vote(
      String entryId,
      SecretaryGrade grade,
      String reason,
      int approve,
      int against,
      int abstain,
      Set<String> recused) {

    public Vote {
      recused = Set.copyOf(recused);
    }

    int cast() {
      return approve + against + abstain;
    }

    boolean hasNegative() {
      return approve < 0 || against < 0 || abstain < 0;
    }
  }
}
