package org.dangwu.ballot;

import java.time.Instant;

/**
 * A round as it stands. Holds nothing that anybody voted.
 *
 * @param attempt 1 for the first vote, 2 for its repetition and so on
 * @param minToShow distributions over fewer ballots are not shown
 */
public record BallotRound(
    String roundId,
    String caseId,
    String organization,
    RoundKind kind,
    String title,
    RoundState state,
    int attempt,
    String recorder,
    int minToShow,
    boolean onPaper,
    Instant dueAt,
    String processInstanceId) {}
