package org.dangwu.organization.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What is no workbook never reaches the reader. */
class WorkbookGateTest {

  private static final RosterProperties LIMITS =
      new RosterProperties(DataSize.ofMegabytes(10), DataSize.ofMegabytes(50), 1_000);

  @TempDir Path folder;

  @Test
  void twentyMegabytesOfRubbishAreRefusedForTheirSize() throws Exception {
    byte[] rubbish = new byte[20 * 1024 * 1024];
    new Random(1).nextBytes(rubbish);
    assertThat(refusal(rubbish)).isEqualTo("file-too-large");
  }

  @Test
  void anEmptyFileATextAndAPictureAreRefused() throws Exception {
    assertThat(refusal(new byte[0])).isEqualTo("file-empty");
    assertThat(refusal("编号,姓名\n1,甲".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("file-not-workbook");
    assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
        .isEqualTo("file-not-workbook");
  }

  @Test
  void anEncryptedWorkbookIsRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      EncryptionInfo info = new EncryptionInfo(EncryptionMode.standard);
      Encryptor encryptor = info.getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream in = encryptor.getDataStream(container)) {
        in.write(SampleRoster.sound().workbook());
      }
      container.writeFilesystem(out);
    }
    assertThat(refusal(out.toByteArray())).isEqualTo("file-encrypted-or-old");
  }

  @Test
  void aFileThatUnpacksToFarMoreIsRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] blanks = new byte[1024 * 1024];
      for (int i = 0; i < 300; i++) {
        zip.write(blanks);
      }
    }
    assertThat(out.size()).isLessThan(1024 * 1024);
    assertThat(refusal(out.toByteArray())).isEqualTo("file-unpacks-too-large");
  }

  @Test
  void macrosOtherArchivesAndTornFilesAreRefused() throws Exception {
    ByteArrayOutputStream macros = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(macros)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.putNextEntry(new ZipEntry("xl/vbaProject.bin"));
    }
    assertThat(refusal(macros.toByteArray())).isEqualTo("file-with-macros");

    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }
    assertThat(refusal(archive.toByteArray())).isEqualTo("file-not-workbook");

    byte[] sound = SampleRoster.sound().workbook();
    assertThat(refusal(java.util.Arrays.copyOf(sound, sound.length / 2))).isEqualTo("file-damaged");
  }

  @Test
  void aWordDocumentIsRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var document = new org.apache.poi.xwpf.usermodel.XWPFDocument()) {
      document.createParagraph().createRun().setText("文");
      document.write(out);
    }
    assertThat(refusal(out.toByteArray())).isEqualTo("file-not-workbook");
  }

  @Test
  void brokenContentsStopTheReader() throws Exception {
    Path file = folder.resolve("broken.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write(
          "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"
              .getBytes(StandardCharsets.UTF_8));
    }
    Findings findings = new Findings(RosterCheckTest.messages());
    assertThatThrownBy(() -> new WorkbookReader(100).read(file, new RosterParser(findings)))
        .isInstanceOf(WorkbookRefused.class)
        .hasMessage("file-damaged");
  }

  @Test
  void tooManyRowsStopTheReader() throws Exception {
    SampleRoster roster = SampleRoster.sound();
    for (int i = 0; i < 200; i++) {
      roster.person("x" + i, "某人", "正式党员", "Z");
    }
    Path file = Files.write(folder.resolve("long.xlsx"), roster.workbook());
    Findings findings = new Findings(RosterCheckTest.messages());
    assertThatThrownBy(() -> new WorkbookReader(100).read(file, new RosterParser(findings)))
        .isInstanceOf(WorkbookRefused.class)
        .hasMessage("too-many-rows");
  }

  @Test
  void aSoundWorkbookPasses() throws Exception {
    new WorkbookGate(LIMITS)
        .check(Files.write(folder.resolve("sound.xlsx"), SampleRoster.sound().workbook()));
  }

  private String refusal(byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("file.xlsx"), content);
    WorkbookRefused refused =
        catchThrowableOfType(WorkbookRefused.class, () -> new WorkbookGate(LIMITS).check(file));
    return refused == null ? "taken" : refused.key();
  }
}
