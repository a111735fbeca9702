package org.dangwu.archive.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BagTest {

  private static final String NAME = "YL01-WS·2026-Y-BGS-0001";
  private static final String DATA = NAME + "/data/documents/001-会议方案/正文.xhtml";

  @TempDir Path folder;
  private Path zip;
  private PackedBag packed;

  @BeforeEach
  void pack() throws Exception {
    zip = folder.resolve("archive/" + NAME + ".zip");
    try (BagStaging staging = BagStaging.in(folder.resolve("staging"))) {
      staging.add("documents/001-会议方案/正文.xhtml", utf8("<html>方案</html>"));
      staging.add("documents/001-会议方案/附件/01-" + hostileComponent(), utf8("附件"));
      staging.add("metadata.json", utf8("{}"));
      packed =
          staging.pack(
              NAME,
              Map.of("Source-Organization", "云岭县委\r\nBag-Count: 9"),
              Instant.parse("2026-12-20T02:00:00Z"),
              zip);
    }
  }

  @Test
  void anIndependentVerifierFindsThePackageCompleteAndValid() throws Exception {
    Path root = Zips.unpack(zip, folder.resolve("unpacked"));
    assertThat(root.getFileName()).hasToString(NAME);
    Bag bag = new BagReader().read(root);
    assertThat(bag.getVersion()).hasToString("1.0");
    assertThat(bag.getMetadata().get("Payload-Oxum")).hasSize(1);
    assertThat(bag.getMetadata().get("Source-Organization")).containsExactly("云岭县委 Bag-Count: 9");
    try (BagVerifier verifier = new BagVerifier()) {
      assertThatCode(() -> verifier.isComplete(bag, false)).doesNotThrowAnyException();
      assertThatCode(() -> verifier.isValid(bag, false)).doesNotThrowAnyException();
    }
  }

  @Test
  void theIndependentVerifierFindsAChangedByteToo() throws Exception {
    Path root = Zips.unpack(zip, folder.resolve("unpacked"));
    Files.write(root.resolve("data/metadata.json"), utf8("[]"));
    try (BagVerifier verifier = new BagVerifier()) {
      Bag bag = new BagReader().read(root);
      assertThatThrownBy(() -> verifier.isValid(bag, false)).isNotNull();
    }
  }

  @Test
  void anUntouchedPackagePasses() {
    assertThat(BagCheck.findings(zip, packed.sha256())).isEmpty();
    assertThat(packed.size()).isEqualTo(zip.toFile().length());
  }

  @Test
  void everyFlippedByteOfThePackageIsFound() throws Exception {
    byte[] whole = Files.readAllBytes(zip);
    for (int i = 0; i < whole.length; i += 7) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      Files.write(zip, changed);
      assertThat(BagCheck.findings(zip, packed.sha256())).as("byte " + i).isNotEmpty();
    }
  }

  @Test
  void aChangedFileIsNamedEvenWhenSomebodyPackedTheZipAgain() throws Exception {
    assertThat(findingsAfter(entries -> entries.put(DATA, utf8("<html>改</html>"))))
        .containsExactly("文件内容已改变：data/documents/001-会议方案/正文.xhtml。");
  }

  @Test
  void aChangedManifestIsFoundByTheManifestOfManifests() throws Exception {
    String manifest = NAME + "/manifest-sha256.txt";
    assertThat(
            findingsAfter(
                entries -> {
                  byte[] changed = entries.get(manifest).clone();
                  changed[0] = (byte) (changed[0] == '0' ? '1' : '0');
                  entries.put(manifest, changed);
                }))
        .contains("文件内容已改变：manifest-sha256.txt。")
        .anyMatch(finding -> finding.startsWith("文件内容已改变：data/"));
  }

  @Test
  void aLostAndAnAddedFileAreFound() throws Exception {
    assertThat(
            findingsAfter(
                entries -> {
                  entries.remove(DATA);
                  entries.put(NAME + "/data/另加.txt", utf8("x"));
                }))
        .containsExactlyInAnyOrder(
            "缺少文件：data/documents/001-会议方案/正文.xhtml。", "清单之外的文件：data/另加.txt。");
  }

  @Test
  void aLostManifestAndALostPackageAreFound() throws Exception {
    assertThat(findingsAfter(entries -> entries.remove(NAME + "/tagmanifest-sha256.txt")))
        .contains("缺少清单 tagmanifest-sha256.txt。");
    Files.delete(zip);
    assertThat(BagCheck.findings(zip, packed.sha256())).containsExactly("归档包文件不存在。");
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws Exception {
    try (BagStaging staging = BagStaging.in(folder.resolve("staging"))) {
      staging.add("a.txt", utf8("1"));
      assertThatThrownBy(() -> staging.add("A.txt", utf8("2")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void nothingGatheredStaysBehind() throws Exception {
    try (Stream<Path> left = Files.list(folder.resolve("staging"))) {
      assertThat(left).isEmpty();
    }
    try (Stream<Path> written = Files.list(zip.getParent())) {
      assertThat(written).containsExactly(zip);
    }
  }

  @Test
  void packagesAreClosedToOtherAccountsOfTheMachine() throws Exception {
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(zip)))
        .isEqualTo("rw-------");
  }

  @Test
  void hostileNamesBecomeHarmless() {
    assertThat(BagPaths.component("../../etc/passwd")).isEqualTo("_.._etc_passwd");
    assertThat(BagPaths.component("a\r\nb\u202Egpj.txt")).isEqualTo("abgpj.txt");
    assertThat(BagPaths.component("100%满意.docx")).isEqualTo("100％满意.docx");
    assertThat(BagPaths.component(" .. ")).isEqualTo("未命名");
    assertThat(BagPaths.component(null)).isEqualTo("未命名");
    assertThat(BagPaths.component("党".repeat(300) + ".pdf"))
        .endsWith("党.pdf")
        .satisfies(name -> assertThat(utf8(name).length).isLessThanOrEqualTo(200));
    assertThat(BagPaths.component("𠮷".repeat(100)).codePoints())
        .allMatch(c -> c == "𠮷".codePointAt(0));
  }

  @Test
  void manifestsEncodeLineBreaksAndPercentSignsAndNothingElse() {
    String path = "data/100%25 一\r\n二.txt";
    assertThat(BagPaths.encoded(path)).isEqualTo("data/100%2525 一%0D%0A二.txt");
    assertThat(BagPaths.decoded(BagPaths.encoded(path))).isEqualTo(path);
    assertThat(BagPaths.decoded(BagPaths.encoded("a%0Ab"))).isEqualTo("a%0Ab");
  }

  private java.util.List<String> findingsAfter(
      java.util.function.Consumer<Map<String, byte[]>> change) throws Exception {
    Map<String, byte[]> entries = Zips.read(zip);
    change.accept(entries);
    Path changed = folder.resolve("changed.zip");
    Zips.write(changed, entries);
    byte[] whole = Files.readAllBytes(changed);
    return BagCheck.findings(changed, Digests.sha256(whole));
  }

  private static String hostileComponent() {
    return BagPaths.component("..%0D%0A\r\n/" + "很长的名称".repeat(60) + "%.pdf");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
