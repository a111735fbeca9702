package org.dangwu.memberreview.grading;

import java.time.LocalDate;
import java.util.List;

/**
 * A meeting of all members of the branch that decides on grades (党员大会, F-B7).
 *
 * @param sitting number of the committee's sitting whose proposals it decides on
 * @param number 1 for the first meeting in which there was a vote on these proposals (E10)
 * @param due members with the right to vote who are due (应到)
 * @param present those of them who are there (实到)
 * @param absent person ids of those who are not
 * @param votes one on the whole list, with an empty subject, or one an item
 */
record Assembly(
    String taskId,
    int sitting,
    int number,
    LocalDate heldOn,
    int due,
    int present,
    List<String> absent,
    String chair,
    Manner manner,
    String discussion,
    List<Vote> votes) {

  Assembly {
    absent = List.copyOf(absent);
    votes = List.copyOf(votes);
  }

  /** How the vote is held (表决方式). */
  public enum Manner {
    WHOLE("一并表决"),
    EACH("逐人表决");

    private final String label;

    Manner(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * @param subject item id, or empty for the whole list
   */
  public record Vote(String subject, int approve, int against, int abstain) {

    Vote of(String item) {
      return new Vote(item, approve, against, abstain);
    }
  }

  /** The vote that decides on an item. */
  Vote on(String itemId) {
    return votes.stream()
        .filter(vote -> vote.subject().isEmpty() || vote.subject().equals(itemId))
        .findFirst()
        .orElseThrow();
  }
}
