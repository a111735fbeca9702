package org.dangwu.ballot.box;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The private key of a round lies in the database, wrapped by a secret in a file outside it.
 * Whoever has only one of the two can open nothing, and once the file is gone neither a backup of
 * the database nor its write-ahead log opens again.
 */
@Component
public class RoundKeys {

  private static final Logger log = LoggerFactory.getLogger(RoundKeys.class);
  private static final Pattern ROUND = Pattern.compile("[0-9a-f-]{36}");
  private static final int SECRET_BYTES = 32;
  private static final int NONCE_BYTES = 12;

  private final Path directory;
  private final SecureRandom random = new SecureRandom();

  RoundKeys(BallotProperties properties) {
    this.directory = properties.keyDirectory();
  }

  /**
   * The two halves that go into the database.
   *
   * @param wrappedKey private key under the secret of the file
   */
  public record Wrapped(byte[] publicKey, byte[] wrappedKey) {}

  /** Makes the keys of a round and writes its secret; replaces one that an aborted start left. */
  public Wrapped create(String roundId) {
    KeyPair keys = GradeSeal.newKeys();
    byte[] secret = new byte[SECRET_BYTES];
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(secret);
    random.nextBytes(nonce);
    byte[] locked =
        crypt(Cipher.ENCRYPT_MODE, secret, nonce, roundId, keys.getPrivate().getEncoded());
    byte[] wrapped = Arrays.copyOf(nonce, NONCE_BYTES + locked.length);
    System.arraycopy(locked, 0, wrapped, NONCE_BYTES, locked.length);
    write(file(roundId), secret);
    return new Wrapped(keys.getPublic().getEncoded(), wrapped);
  }

  /** Whether an administrator has declared the secret lost by a file of that name. */
  public boolean isDeclaredLost(String roundId) {
    return Files.exists(directory.resolve(checked(roundId) + ".lost"));
  }

  /**
   * @throws IllegalStateException when the secret is not on this machine
   */
  public PrivateKey open(String roundId, byte[] wrapped) {
    Path file = file(roundId);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "找不到本轮测评的密钥文件 " + file + "。请恢复密钥目录后重试；确已遗失的，在该目录新建空文件 " + roundId + ".lost，本轮测评将作废重投。");
    }
    try {
      byte[] secret = Files.readAllBytes(file);
      byte[] encoded =
          crypt(
              Cipher.DECRYPT_MODE,
              secret,
              Arrays.copyOf(wrapped, NONCE_BYTES),
              roundId,
              Arrays.copyOfRange(wrapped, NONCE_BYTES, wrapped.length));
      return KeyFactory.getInstance("XDH").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (IOException e) {
      throw new UncheckedIOException("无法读取密钥文件 " + file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Destroys the secret for good; harmless when it is gone already. */
  public void destroy(String roundId) {
    Path file = file(roundId);
    try {
      if (Files.exists(file)) {
        Files.write(file, new byte[SECRET_BYTES], StandardOpenOption.DSYNC);
        Files.delete(file);
      }
      Files.deleteIfExists(directory.resolve(checked(roundId) + ".lost"));
    } catch (IOException e) {
      // The wrapped half is gone from the database, so the round stands; the file must still go.
      log.error("The key file {} could not be destroyed; delete it by hand.", file, e);
    }
  }

  private void write(Path file, byte[] secret) {
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(file);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(file, secret, StandardOpenOption.CREATE, StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new UncheckedIOException("无法写入密钥目录 " + directory + "，请检查目录权限。", e);
    }
  }

  private Path file(String roundId) {
    return directory.resolve(checked(roundId) + ".key");
  }

  private static String checked(String roundId) {
    if (!ROUND.matcher(roundId).matches()) {
      throw new IllegalArgumentException("not a round id");
    }
    return roundId;
  }

  private static byte[] crypt(int mode, byte[] key, byte[] nonce, String round, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      cipher.updateAAD(round.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("密钥文件与本轮测评不符，请恢复正确的密钥目录后重试。", e);
    }
  }
}
