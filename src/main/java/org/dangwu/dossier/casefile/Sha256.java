package org.dangwu.dossier.casefile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests that let anybody prove later that a content was not changed. */
final class Sha256 {

  private Sha256() {}

  /** Lower-case hex. */
  static String of(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform knows SHA-256", e);
    }
  }
}
