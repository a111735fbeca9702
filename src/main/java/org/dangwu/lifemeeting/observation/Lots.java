package org.dangwu.lifemeeting.observation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Draws by lot so that anybody can draw again (A17): every candidate's place follows from the
 * SHA-256 digest of {@code seed|code}, smallest first, and the first ones are drawn. Whoever knows
 * seed and candidates gets the same outcome with {@code sha256sum} and {@code sort}.
 */
final class Lots {

  private Lots() {}

  /**
   * One candidate's lot.
   *
   * @param place 1 for the smallest digest
   */
  public record Lot(String code, String digest, int place, boolean drawn) {}

  static List<Lot> draw(String seed, Collection<String> codes, int count) {
    if (count < 1 || count > codes.size()) {
      throw new IllegalArgumentException("cannot draw " + count + " of " + codes.size());
    }
    record Digested(String code, String digest) {}
    List<Digested> order =
        codes.stream()
            .map(code -> new Digested(code, digest(seed + "|" + code)))
            .sorted(Comparator.comparing(Digested::digest))
            .toList();
    List<Lot> lots = new ArrayList<>();
    for (Digested next : order) {
      int place = lots.size() + 1;
      lots.add(new Lot(next.code(), next.digest(), place, place <= count));
    }
    return lots;
  }

  /** Lower-case hexadecimal SHA-256 of the text in UTF-8. */
  static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
