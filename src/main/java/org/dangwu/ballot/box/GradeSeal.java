package org.dangwu.ballot.box;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks a grade to the public key of its round (ECIES: X25519, HKDF-SHA-256, AES-256-GCM). Every
 * ciphertext is new and has the same length, whatever the grade; it opens only in the row for which
 * it was made.
 */
public final class GradeSeal {

  /** Longest code of a grade, in bytes. */
  public static final int CODE_BYTES = 16;

  /** Length of every ciphertext: an ephemeral public key, the padded code, the tag. */
  public static final int SEALED_BYTES = 32 + CODE_BYTES + 16;

  private static final String CURVE = "X25519";
  private static final byte[] KEY_PREFIX = HexFormat.of().parseHex("302a300506032b656e032100");
  private static final byte[] PURPOSE = "dangwu ballot grade 1".getBytes(StandardCharsets.US_ASCII);

  private GradeSeal() {}

  /** A new pair of keys for one round. */
  public static KeyPair newKeys() {
    try {
      return KeyPairGenerator.getInstance(CURVE).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static PublicKey publicKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance("XDH").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param row what the ciphertext belongs to; it opens with the same words only
   */
  public static byte[] seal(PublicKey round, String code, String row) {
    byte[] padded = Arrays.copyOf(code.getBytes(StandardCharsets.US_ASCII), CODE_BYTES);
    try {
      KeyPair once = newKeys();
      byte[] ephemeral = raw(once.getPublic());
      byte[] key = agree(once.getPrivate(), round, ephemeral, raw(round));
      byte[] sealed = gcm(Cipher.ENCRYPT_MODE, key, row).doFinal(padded);
      byte[] whole = Arrays.copyOf(ephemeral, SEALED_BYTES);
      System.arraycopy(sealed, 0, whole, ephemeral.length, sealed.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @return the code, or empty when the row was tampered with or belongs to another key
   */
  public static Optional<String> open(
      PrivateKey secret, PublicKey round, byte[] sealed, String row) {
    if (sealed.length != SEALED_BYTES) {
      return Optional.empty();
    }
    byte[] ephemeral = Arrays.copyOf(sealed, 32);
    try {
      byte[] key = agree(secret, publicKey(encoded(ephemeral)), ephemeral, raw(round));
      byte[] padded =
          gcm(Cipher.DECRYPT_MODE, key, row).doFinal(sealed, 32, SEALED_BYTES - ephemeral.length);
      int length = 0;
      while (length < padded.length && padded[length] != 0) {
        length++;
      }
      return Optional.of(new String(padded, 0, length, StandardCharsets.US_ASCII));
    } catch (AEADBadTagException | java.security.InvalidKeyException tampered) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] agree(PrivateKey mine, PublicKey theirs, byte[] ephemeral, byte[] round)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance(CURVE);
    agreement.init(mine);
    agreement.doPhase(theirs, true);
    byte[] extracted = hmac(new byte[32], agreement.generateSecret());
    return hmac(extracted, PURPOSE, ephemeral, round, new byte[] {1});
  }

  private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  /** A fixed nonce is right here and only here: each key seals one message. */
  private static Cipher gcm(int mode, byte[] key, String row) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
    cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] raw(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, KEY_PREFIX.length, encoded.length);
  }

  private static byte[] encoded(byte[] raw) {
    byte[] whole = Arrays.copyOf(KEY_PREFIX, KEY_PREFIX.length + raw.length);
    System.arraycopy(raw, 0, whole, KEY_PREFIX.length, raw.length);
    return whole;
  }
}
