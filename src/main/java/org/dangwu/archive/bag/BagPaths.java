package org.dangwu.archive.bag;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Names of files inside a package. */
public final class BagPaths {

  /** Most file systems allow 255 bytes; room is left for a numbering prefix. */
  private static final int MOST_BYTES = 200;

  private static final String INTERPRETED = "/\\:*?\"<>|";

  private BagPaths() {}

  /**
   * One component of a path that every system can unpack: no separators, no control or formatting
   * characters, no leading or trailing dots, cut to a length that fits, the extension kept.
   */
  public static String component(String name) {
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> !invisible(c))
        .map(BagPaths::harmless)
        .forEach(kept::appendCodePoint);
    String clean = trimmed(kept.toString());
    if (clean.isEmpty()) {
      return "未命名";
    }
    String extension = extension(clean);
    String stem = clean.substring(0, clean.length() - extension.length());
    return trimmed(cut(stem, MOST_BYTES - bytes(extension))) + extension;
  }

  /** A path as manifests write it (RFC 8493, 2.1.3): CR, LF and % percent-encoded. */
  public static String encoded(String path) {
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** The reverse of {@link #encoded}. */
  public static String decoded(String path) {
    return path.replaceAll("%0[Dd]", "\r").replaceAll("%0[Aa]", "\n").replace("%25", "%");
  }

  // Many verifiers decode CR and LF but not the percent sign itself; a full-width one needs no
  // code.
  private static int harmless(int c) {
    if (c == '%') {
      return '％';
    }
    return INTERPRETED.indexOf(c) >= 0 ? '_' : c;
  }

  private static boolean invisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }

  private static String trimmed(String name) {
    return name.strip().replaceAll("^[.\\s]+|[.\\s]+$", "");
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    boolean plain = dot > 0 && name.substring(dot + 1).matches("[A-Za-z0-9]{1,10}");
    return plain ? name.substring(dot) : "";
  }

  private static String cut(String text, int most) {
    int end = text.length();
    while (bytes(text.substring(0, end)) > most) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
