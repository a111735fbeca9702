package org.dangwu.ballot.round;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may vote and who has: people with an account by name, all others by single-use tokens. */
@Component
class VoterRegister {

  /** Letters and digits that nobody mistakes for each other on paper. */
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int TOKEN_LETTERS = 20;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  VoterRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Class of a voter with an account, or empty when he receives no sheet. */
  Optional<String> classOf(String roundId, String voter) {
    return jdbc.sql("select class_code from ballot_voter where round_id = ? and voter_id = ?")
        .params(roundId, voter)
        .query(String.class)
        .optional();
  }

  boolean hasVoted(String roundId, String voter) {
    return jdbc.sql("select count(*) from ballot_register where round_id = ? and voter_id = ?")
            .params(roundId, voter)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * @throws DuplicateKeyException when the voter has voted
   */
  void enter(String roundId, String voter) {
    jdbc.sql("insert into ballot_register (round_id, voter_id, status) values (?, ?, 'CAST')")
        .params(roundId, voter)
        .update();
  }

  /** A sheet of paper with a token. */
  record Sheet(String hash, String roundId, String classCode, boolean used) {}

  Optional<Sheet> sheet(String token) {
    return jdbc.sql(
            "select token_hash, round_id, class_code, used from ballot_token where token_hash = ?")
        .param(hash(token))
        .query(
            (row, n) ->
                new Sheet(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
        .optional();
  }

  /** Uses a token up; false when it was used before. */
  boolean use(String hash) {
    return jdbc.sql("update ballot_token set used = true where token_hash = ? and used = false")
            .param(hash)
            .update()
        == 1;
  }

  List<String> newTokens(String roundId, String classCode, int number) {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String token = newToken();
      jdbc.sql(
              "insert into ballot_token (token_hash, round_id, class_code, used)"
                  + " values (?, ?, ?, false)")
          .params(hash(token), roundId, classCode)
          .update();
      tokens.add(token);
    }
    return tokens;
  }

  int printed(String roundId, String classCode) {
    return jdbc.sql("select count(*) from ballot_token where round_id = ? and class_code = ?")
        .params(roundId, classCode)
        .query(Integer.class)
        .single();
  }

  int printed(String roundId) {
    return jdbc.sql("select count(*) from ballot_token where round_id = ?")
        .param(roundId)
        .query(Integer.class)
        .single();
  }

  int usedTokens(String roundId) {
    return jdbc.sql("select count(*) from ballot_token where round_id = ? and used = true")
        .param(roundId)
        .query(Integer.class)
        .single();
  }

  int entered(String roundId) {
    return jdbc.sql("select count(*) from ballot_register where round_id = ?")
        .param(roundId)
        .query(Integer.class)
        .single();
  }

  int eligible(String roundId) {
    return jdbc.sql("select count(*) from ballot_voter where round_id = ?")
        .param(roundId)
        .query(Integer.class)
        .single();
  }

  /** Objects that have voted themselves: one ballot less is due for each of them. */
  Set<String> votedObjects(String roundId) {
    return Set.copyOf(
        jdbc.sql(
                "select o.object_id from ballot_object o join ballot_register r"
                    + " on r.round_id = o.round_id and r.voter_id = o.object_id"
                    + " where o.round_id = ?")
            .param(roundId)
            .query(String.class)
            .list());
  }

  /** What is stored of a token; typed ones may come with spaces, dashes and small letters. */
  static String hash(String token) {
    String plain = token.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(plain.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String newToken() {
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < TOKEN_LETTERS; i++) {
      if (i > 0 && i % 5 == 0) {
        token.append('-');
      }
      token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return token.toString();
  }
}
