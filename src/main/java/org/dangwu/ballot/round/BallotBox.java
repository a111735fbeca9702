package org.dangwu.ballot.round;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dangwu.ballot.box.GradeSeal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The box (票箱) and what came out of it. A row knows its object, the drawer and the grade, and
 * nothing that leads to a voter or to the other rows of his sheet.
 */
@Component
class BallotBox {

  /** Stands for the sheet as a whole, in the shape of every other row. */
  static final String WHOLE_SHEET = "*";

  static final String FILLED = "FILLED";
  static final String BLANK = "BLANK";

  private final JdbcTemplate jdbc;
  private final SecureRandom random = new SecureRandom();

  BallotBox(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A ballot on its way into the box, already locked. */
  record Locked(UUID id, String target, int drawer, byte[] grade) {}

  /** A ballot out of the box. */
  record Ballot(String target, int drawer, String grade) {}

  /** Locks each choice on its own, in random order; after this the sheet is no more. */
  List<Locked> locked(PublicKey key, String roundId, int drawer, Map<String, String> choices) {
    List<Locked> rows = new ArrayList<>();
    choices.forEach(
        (target, grade) -> {
          UUID id = UUID.randomUUID();
          rows.add(
              new Locked(
                  id,
                  target,
                  drawer,
                  GradeSeal.seal(key, grade, row(roundId, id, target, drawer))));
        });
    Collections.shuffle(rows, random);
    return rows;
  }

  void drop(String roundId, List<Locked> rows) {
    jdbc.batchUpdate(
        "insert into ballot_box (id, round_id, target_id, drawer, grade) values (?, ?, ?, ?, ?)",
        rows,
        rows.size(),
        (insert, row) -> {
          insert.setObject(1, row.id());
          insert.setString(2, roundId);
          insert.setString(3, row.target());
          insert.setInt(4, row.drawer());
          insert.setBytes(5, row.grade());
        });
  }

  List<Locked> content(String roundId) {
    return jdbc.query(
        "select id, target_id, drawer, grade from ballot_box where round_id = ?",
        (row, n) ->
            new Locked(
                row.getObject(1, UUID.class), row.getString(2), row.getInt(3), row.getBytes(4)),
        roundId);
  }

  static String row(String roundId, UUID id, String target, int drawer) {
    return roundId + "|" + id + "|" + target + "|" + drawer;
  }

  /** Writes ballots under new random keys in an order that chance alone decides. */
  void seal(String roundId, List<Ballot> ballots) {
    List<Ballot> shuffled = new ArrayList<>(ballots);
    Collections.shuffle(shuffled, random);
    jdbc.batchUpdate(
        "insert into ballot_sealed (id, round_id, target_id, drawer, grade)"
            + " values (?, ?, ?, ?, ?)",
        shuffled,
        1000,
        (insert, ballot) -> {
          insert.setObject(1, UUID.randomUUID());
          insert.setString(2, roundId);
          insert.setString(3, ballot.target());
          insert.setInt(4, ballot.drawer());
          insert.setString(5, ballot.grade());
        });
  }

  void empty(String roundId) {
    jdbc.update("delete from ballot_box where round_id = ?", roundId);
  }

  void destroySealed(String roundId) {
    jdbc.update("delete from ballot_sealed where round_id = ?", roundId);
  }

  /** Number of ballots by object, drawer and grade. */
  List<Counted> counted(String roundId) {
    return jdbc.query(
        "select target_id, drawer, grade, count(*) from ballot_sealed where round_id = ?"
            + " group by target_id, drawer, grade",
        (row, n) -> new Counted(row.getString(1), row.getInt(2), row.getString(3), row.getInt(4)),
        roundId);
  }

  record Counted(String target, int drawer, String grade, int votes) {}

  /** The sealed rows as text, one a line, in the order of their keys. */
  List<String> lines(String roundId) {
    return jdbc
        .query(
            "select id, target_id, drawer, grade from ballot_sealed where round_id = ?",
            (row, n) ->
                row.getString(1)
                    + "|"
                    + row.getString(2)
                    + "|"
                    + row.getInt(3)
                    + "|"
                    + row.getString(4),
            roundId)
        .stream()
        .sorted()
        .toList();
  }
}
