package org.dangwu.ballot.round;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dangwu.ballot.RoundState;
import org.dangwu.ballot.box.GradeSeal;
import org.dangwu.ballot.box.RoundKeys;
import org.dangwu.ballot.round.BallotBox.Ballot;
import org.dangwu.ballot.round.BallotBox.Locked;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Closes a box (封箱): opens, shuffles, counts and empties it in one transaction. */
@Component
class BoxClosing {

  private final RoundStore rounds;
  private final VoterRegister register;
  private final BallotBox box;
  private final RoundKeys keys;
  private final RoundTasks tasks;
  private final RoundLog log;
  private final BallotSentences sentences;

  BoxClosing(
      RoundStore rounds,
      VoterRegister register,
      BallotBox box,
      RoundKeys keys,
      RoundTasks tasks,
      RoundLog log,
      BallotSentences sentences) {
    this.rounds = rounds;
    this.register = register;
    this.box = box;
    this.keys = keys;
    this.tasks = tasks;
    this.log = log;
    this.sentences = sentences;
  }

  /** Runs in the transaction of its caller. */
  void close(String roundId, String actor) {
    Round round = rounds.lock(roundId).orElseThrow(() -> sentences.refusal("round.unknown"));
    if (round.state() == RoundState.PREPARED) {
      throw sentences.refusal("round.notOpen");
    }
    if (round.state() != RoundState.OPEN) {
      return;
    }
    List<Locked> content = box.content(roundId);
    Optional<List<Ballot>> opened =
        complete(round, content) ? opened(round, content) : Optional.empty();
    opened.ifPresent(ballots -> box.seal(roundId, ballots));
    box.empty(roundId);
    int collected = register.entered(roundId) + register.usedTokens(roundId);
    int blank =
        (int)
            opened.orElse(List.of()).stream()
                .filter(ballot -> ballot.target().equals(BallotBox.WHOLE_SHEET))
                .filter(ballot -> ballot.grade().equals(BallotBox.BLANK))
                .count();
    String hash = hash(roundId);
    rounds.closed(roundId, collected, blank, opened.isPresent(), hash);
    log.note(
        roundId,
        "CLOSED",
        "collected=%d blank=%d intact=%s sha256=%s"
            .formatted(collected, blank, opened.isPresent(), hash),
        actor);
    destroyKeyAfterCommit(roundId);
    if (round.view().processInstanceId() != null) {
      tasks.closed(round.view().processInstanceId());
    }
  }

  /** For each object exactly as many ballots as the register says were cast for it. */
  private boolean complete(Round round, List<Locked> content) {
    String roundId = round.id();
    int sheets = register.entered(roundId) + register.usedTokens(roundId);
    Set<String> votedObjects = round.rateSelf() ? Set.of() : register.votedObjects(roundId);
    Map<String, Integer> due = new HashMap<>();
    due.put(BallotBox.WHOLE_SHEET, sheets);
    rounds
        .objects(roundId)
        .forEach(
            object -> due.put(object.id(), sheets - (votedObjects.contains(object.id()) ? 1 : 0)));
    due.values().removeIf(number -> number == 0);
    Map<String, Integer> found = new HashMap<>();
    content.forEach(row -> found.merge(row.target(), 1, Integer::sum));
    return due.equals(found);
  }

  /** All ballots, or empty when a single one does not open. */
  private Optional<List<Ballot>> opened(Round round, List<Locked> content) {
    if (keys.isDeclaredLost(round.id())) {
      return Optional.empty();
    }
    PrivateKey secret = keys.open(round.id(), round.wrappedKey());
    PublicKey key = GradeSeal.publicKey(round.publicKey());
    List<Ballot> ballots = new ArrayList<>(content.size());
    for (Locked row : content) {
      Optional<String> grade =
          GradeSeal.open(
              secret,
              key,
              row.grade(),
              BallotBox.row(round.id(), row.id(), row.target(), row.drawer()));
      if (grade.isEmpty()) {
        return Optional.empty();
      }
      ballots.add(new Ballot(row.target(), row.drawer(), grade.get()));
    }
    return Optional.of(ballots);
  }

  /**
   * Hash over the sealed rows with their random keys, which nobody can guess: the hash alone tells
   * nothing, also of a small round.
   */
  String hash(String roundId) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(roundId.getBytes(StandardCharsets.UTF_8));
      for (String line : box.lines(roundId)) {
        digest.update((byte) '\n');
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void destroyKeyAfterCommit(String roundId) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            keys.destroy(roundId);
          }
        });
  }
}
