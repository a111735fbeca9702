package org.dangwu.questionnaire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Random tokens, their fingerprints, and the signed one-time numbers of forms. */
final class Tokens {

  static final SecureRandom RANDOM = new SecureRandom();

  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final String ALGORITHM = "HmacSHA256";

  private Tokens() {}

  /** 128 bits, short enough for a QR code that is read from a wall. */
  static String random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return TEXT.encodeToString(bytes);
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A number for one form, which only this questionnaire can have given out. */
  static String form(String key) {
    String number = random();
    return number + "." + signature(number, key);
  }

  static boolean isForm(String form, String key) {
    int dot = form == null ? -1 : form.indexOf('.');
    return dot > 0
        && form.length() <= 100
        && MessageDigest.isEqual(
            signature(form.substring(0, dot), key).getBytes(StandardCharsets.UTF_8),
            form.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
  }

  private static String signature(String number, String key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return TEXT.encodeToString(mac.doFinal(number.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
