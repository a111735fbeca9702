package org.dangwu.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Stores passwords as bcrypt, which makes guessing from a stolen database slow. The password is
 * hashed once with SHA-256 before: bcrypt looks at the first 72 bytes only, and the engine appends
 * its own salt at the end.
 */
@Component
class BcryptPasswordEncryptor implements PasswordEncryptor {

  private final BCryptPasswordEncoder bcrypt;

  BcryptPasswordEncryptor(PasswordProperties properties) {
    this.bcrypt = new BCryptPasswordEncoder(properties.bcryptStrength());
  }

  @Override
  public String encrypt(String password) {
    return bcrypt.encode(shorten(password));
  }

  @Override
  public boolean check(String password, String encrypted) {
    return bcrypt.matches(shorten(password), encrypted);
  }

  @Override
  public String hashAlgorithmName() {
    return "bcrypt-sha256";
  }

  private static String shorten(String password) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
