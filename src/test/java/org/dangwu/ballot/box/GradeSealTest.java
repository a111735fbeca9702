package org.dangwu.ballot.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.Assertions;
import org.dangwu.ballot.box.RoundKeys.Wrapped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in an open box tells nothing without the key of its round. */
class GradeSealTest {

  private static final KeyPair ROUND = GradeSeal.newKeys();

  @Property
  void everyGradeComesBackAndEveryCiphertextHasTheSameLength(
      @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(min = 1, max = 16) String code,
      @ForAll String row) {
    byte[] sealed = GradeSeal.seal(ROUND.getPublic(), code, row);
    assertThat(sealed).hasSize(GradeSeal.SEALED_BYTES);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("EXCELLENT");
    assertThat(open(ROUND, sealed, row)).contains(code);
  }

  @Test
  void theSameGradeNeverLooksTheSame() {
    byte[] one = GradeSeal.seal(ROUND.getPublic(), "EXCELLENT", "row");
    byte[] two = GradeSeal.seal(ROUND.getPublic(), "EXCELLENT", "row");
    assertThat(one).isNotEqualTo(two);
  }

  @Property
  void oneChangedBitIsNoticed(@ForAll byte noise) {
    byte[] sealed = GradeSeal.seal(ROUND.getPublic(), "QUALIFIED", "row");
    int at = Math.floorMod(noise, sealed.length);
    sealed[at] ^= 1;
    assertThat(open(ROUND, sealed, "row")).isEmpty();
  }

  @Test
  void aBallotMovedToAnotherObjectIsNoticed() {
    byte[] sealed = GradeSeal.seal(ROUND.getPublic(), "POOR", "round|id|p0001|1");
    assertThat(open(ROUND, sealed, "round|id|p0002|1")).isEmpty();
  }

  @Test
  void theKeyOfAnotherRoundOpensNothing() {
    byte[] sealed = GradeSeal.seal(ROUND.getPublic(), "POOR", "row");
    assertThat(open(GradeSeal.newKeys(), sealed, "row")).isEmpty();
    assertThat(open(ROUND, new byte[3], "row")).isEmpty();
  }

  @Test
  void theDatabaseHoldsTheKeyOnlyWrappedAndNothingOpensOnceTheFileIsDestroyed(@TempDir Path keys)
      throws Exception {
    RoundKeys rounds = new RoundKeys(new BallotProperties(keys, ""));
    String round = UUID.randomUUID().toString();
    Wrapped wrapped = rounds.create(round);
    PrivateKey secret = rounds.open(round, wrapped.wrappedKey());
    byte[] sealed = GradeSeal.seal(GradeSeal.publicKey(wrapped.publicKey()), "BASIC", "row");
    assertThat(GradeSeal.open(secret, GradeSeal.publicKey(wrapped.publicKey()), sealed, "row"))
        .contains("BASIC");
    assertThat(new String(wrapped.wrappedKey(), StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(secret.getEncoded(), StandardCharsets.ISO_8859_1));
    try (var files = Files.list(keys)) {
      assertThat(files).hasSize(1);
    }
    rounds.destroy(round);
    rounds.destroy(round);
    assertThat(keys).isEmptyDirectory();
    Assertions.assertThatThrownBy(() -> rounds.open(round, wrapped.wrappedKey()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("找不到本轮测评的密钥文件");
  }

  @Test
  void theFileOfAnotherRoundDoesNotOpenIt(@TempDir Path keys) throws Exception {
    RoundKeys rounds = new RoundKeys(new BallotProperties(keys, ""));
    String one = UUID.randomUUID().toString();
    String two = UUID.randomUUID().toString();
    Wrapped wrapped = rounds.create(one);
    rounds.create(two);
    Files.copy(
        keys.resolve(two + ".key"),
        keys.resolve(one + ".key"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Assertions.assertThatThrownBy(() -> rounds.open(one, wrapped.wrappedKey()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("密钥文件与本轮测评不符");
    Assertions.assertThatThrownBy(() -> rounds.create("../escape"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static java.util.Optional<String> open(KeyPair keys, byte[] sealed, String row) {
    return GradeSeal.open(keys.getPrivate(), keys.getPublic(), sealed, row);
  }
}
