package org.dangwu.memberreview.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dangwu.memberreview.RosterState;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Person;
import org.springframework.stereotype.Component;

/** Whether a change can have happened to this person, and whether all is there to apply it. */
@Component
class RosterChangeRules {

  private final RosterBook book;
  private final RosterFreeze register;
  private final ReviewSentences sentences;
  private final Clock clock;

  RosterChangeRules(
      RosterBook book, RosterFreeze register, ReviewSentences sentences, Clock clock) {
    this.book = book;
    this.register = register;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** Members registered with the branch who are not on the roster, or left it before. */
  List<Person> mayJoin(String caseId, String branch) {
    return register.registered(branch).stream()
        .filter(
            person ->
                book.newest(caseId, person.id())
                    .map(row -> isGone(row.verdict().state()))
                    .orElse(true))
        .toList();
  }

  /**
   * @param groups names of the groups that the plan formed, empty before
   * @throws org.dangwu.engine.SubmissionRefused with what is to be mended
   */
  RosterRequest checked(RosterRequest request, String branch, List<String> groups) {
    require(request.kind() != null, "roster.kind");
    require(!request.personId().isEmpty(), "roster.person");
    require(request.effectiveOn() != null, "roster.date");
    require(!request.effectiveOn().isAfter(LocalDate.now(clock)), "roster.dateAhead");
    require(!request.reference().isBlank(), "roster.reference");
    require(request.reference().length() <= 200, "roster.referenceLong");
    if (request.kind() == RosterChangeKind.JOINED) {
      require(
          mayJoin(request.caseId(), branch).stream()
              .anyMatch(person -> person.id().equals(request.personId())),
          "roster.notRegistered");
      require(groups.isEmpty() || groups.contains(request.group()), "roster.group");
      return request;
    }
    Optional<RosterRow> row = book.newest(request.caseId(), request.personId());
    require(row.isPresent() && !isGone(row.get().verdict().state()), "roster.notOn");
    requirePossible(request.kind(), row.get().standing());
    return request;
  }

  private void requirePossible(RosterChangeKind kind, Standing standing) {
    switch (kind) {
      case TURNED_FORMAL ->
          require(standing.status() == MembershipStatus.PROBATIONARY, "roster.notProbationary");
      case CASE_OPENED -> require(!standing.investigated(), "roster.caseOpen");
      case CASE_CLOSED -> require(standing.investigated(), "roster.noCase");
      case TRANSFERRED, DIED, LEFT_PARTY -> {
        // possible for everybody who is on the roster
      }
      case NONE, JOINED, DUE_EXCLUDED -> throw sentences.refusal("roster.kind");
    }
  }

  static boolean isGone(RosterState state) {
    return state == RosterState.TRANSFERRED || state == RosterState.REMOVED;
  }

  private void require(boolean holds, String key) {
    if (!holds) {
      throw sentences.refusal(key);
    }
  }
}
