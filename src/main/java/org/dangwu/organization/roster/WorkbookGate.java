package org.dangwu.organization.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Lets only plausible workbooks through to the reader: the parts are unpacked once into nothing and
 * counted, so that a small file that unpacks to gigabytes is refused before anything keeps it in
 * memory.
 */
final class WorkbookGate {

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** Container of .xls files and of encrypted workbooks. */
  private static final byte[] COMPOUND = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private static final int MOST_PARTS = 1_000;
  private static final long MOST_SHARED_TEXT = 48L * 1024 * 1024;

  private final RosterProperties limits;

  WorkbookGate(RosterProperties limits) {
    this.limits = limits;
  }

  void check(Path file) throws IOException, WorkbookRefused {
    long size = Files.size(file);
    if (size == 0) {
      throw new WorkbookRefused("file-empty");
    }
    if (size > limits.maxFileSize().toBytes()) {
      throw new WorkbookRefused("file-too-large", limits.maxFileSize().toMegabytes());
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(8);
    }
    if (Arrays.equals(head, COMPOUND)) {
      throw new WorkbookRefused("file-encrypted-or-old");
    }
    if (!Arrays.equals(Arrays.copyOf(head, 4), ZIP)) {
      throw new WorkbookRefused("file-not-workbook");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      checkParts(zip);
    } catch (ZipException | IllegalArgumentException e) {
      throw new WorkbookRefused("file-damaged");
    }
  }

  private void checkParts(ZipFile zip) throws IOException, WorkbookRefused {
    if (zip.getEntry("[Content_Types].xml") == null
        || zip.stream().noneMatch(entry -> entry.getName().startsWith("xl/"))) {
      throw new WorkbookRefused("file-not-workbook");
    }
    if (zip.getEntry("xl/vbaProject.bin") != null) {
      throw new WorkbookRefused("file-with-macros");
    }
    if (zip.size() > MOST_PARTS) {
      throw new WorkbookRefused("file-unpacks-too-large");
    }
    long left = limits.maxContentSize().toBytes();
    byte[] buffer = new byte[64 * 1024];
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      long most = entry.getName().endsWith("sharedStrings.xml") ? MOST_SHARED_TEXT : left;
      long unpacked = 0;
      try (InputStream in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
          unpacked += read;
          if (unpacked > most || unpacked > left) {
            throw new WorkbookRefused("file-unpacks-too-large");
          }
        }
      }
      left -= unpacked;
    }
  }
}
