package org.dangwu.archive.filing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Whether a file is what it is declared to be, judged by its bytes alone. */
@Component
class ContentFormat {

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final Tika tika = new Tika();

  boolean matches(String declared, byte[] content) {
    return declared.equals(formatOf(content));
  }

  private String formatOf(byte[] content) {
    if (content.length > 4 && startsWith(content, ZIP)) {
      return packed(content);
    }
    String found = tika.detect(content);
    int parameters = found.indexOf(';');
    return parameters < 0 ? found : found.substring(0, parameters);
  }

  private static String packed(byte[] content) {
    Set<String> names = new HashSet<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    } catch (IOException | IllegalArgumentException damaged) {
      return "application/octet-stream";
    }
    if (names.contains("word/document.xml")) {
      return OFFICE + "wordprocessingml.document";
    }
    if (names.contains("xl/workbook.xml")) {
      return OFFICE + "spreadsheetml.sheet";
    }
    if (names.contains("ppt/presentation.xml")) {
      return OFFICE + "presentationml.presentation";
    }
    return names.contains("OFD.xml") ? "application/ofd" : "application/zip";
  }

  private static boolean startsWith(byte[] content, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (content[i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
