package org.dangwu.lifemeeting.observation;

import java.util.List;
import org.dangwu.lifemeeting.observation.Candidate.Sender;

/** Decides about observers as the pages would, for rehearsals of whole meetings. */
public class ObservationHand {

  private final ObservationBook book;
  private final Candidates candidates;

  ObservationHand(ObservationBook book, Candidates candidates) {
    this.book = book;
    this.candidates = candidates;
  }

  /** Proposes one group: the organisation department leads, the discipline commission joins. */
  public void propose(String caseId, String body, String user) {
    String leader = sentBy(Sender.ORGANIZATION, body, "");
    String second = sentBy(Sender.DISCIPLINE, body, leader);
    book.propose(
        caseId,
        ProblemLevel.values()[0],
        List.of(new Seat(leader, 1, true), new Seat(second, 1, false)),
        user);
  }

  /** The discipline commission agrees. */
  public void agree(String caseId, String user) {
    book.answer(caseId, true, user);
  }

  private String sentBy(Sender sender, String body, String other) {
    return candidates.forBody(body).stream()
        .filter(candidate -> candidate.senders().contains(sender))
        .map(Candidate::personId)
        .filter(id -> !id.equals(other))
        .findFirst()
        .orElseThrow();
  }
}
