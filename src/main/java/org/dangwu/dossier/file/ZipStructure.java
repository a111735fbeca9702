package org.dangwu.dossier.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a ZIP-based document holds, read with limits so that a small file cannot unpack into a huge
 * one.
 */
final class ZipStructure {

  private static final int MOST_ENTRIES = 5_000;
  private static final long MOST_BYTES = 300L * 1024 * 1024;
  private static final int HIGHEST_RATIO = 150;

  /** Highly repetitive small documents are harmless; the ratio counts only above this size. */
  private static final long RATIO_COUNTS_FROM = 10L * 1024 * 1024;

  private static final int LARGEST_DESCRIPTION = 2 * 1024 * 1024;

  private final Set<String> names = new HashSet<>();
  private final Map<String, String> descriptions = new HashMap<>();

  private ZipStructure() {}

  /**
   * @throws TooLarge when it unpacks into more than a document reasonably holds
   * @throws IOException when it is damaged or encrypted
   */
  static ZipStructure of(byte[] content) throws IOException {
    ZipStructure structure = new ZipStructure();
    long total = 0;
    byte[] buffer = new byte[16 * 1024];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        structure.names.add(name);
        if (structure.names.size() > MOST_ENTRIES) {
          throw new TooLarge();
        }
        boolean description = name.endsWith(".rels") || name.equals("[content_types].xml");
        StringBuilder text = new StringBuilder();
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          total += read;
          boolean beyondRatio = total > RATIO_COUNTS_FROM && total / HIGHEST_RATIO > content.length;
          if (total > MOST_BYTES || beyondRatio || text.length() > LARGEST_DESCRIPTION) {
            throw new TooLarge();
          }
          if (description) {
            text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
          }
        }
        if (description) {
          structure.descriptions.put(name, text.toString());
        }
      }
    }
    if (structure.names.isEmpty()) {
      throw new IOException("The archive has no entries");
    }
    return structure;
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /** The list of content types of an Office document; empty when it is none. */
  String contentTypes() {
    return descriptions.getOrDefault("[content_types].xml", "");
  }

  /** Programs inside an Office document: macros, ActiveX, embedded objects. */
  boolean carriesPrograms() {
    String types = contentTypes().toLowerCase(Locale.ROOT);
    return types.contains("macroenabled")
        || types.contains("vbaproject")
        || types.contains("activex")
        || types.contains("oleobject")
        || names.stream().anyMatch(ZipStructure::isProgram);
  }

  private static boolean isProgram(String name) {
    return name.endsWith("vbaproject.bin")
        || name.contains("/activex/")
        || (name.contains("/embeddings/") && name.endsWith(".bin"));
  }

  /** A template or object that Word would fetch from elsewhere when the document is opened. */
  boolean fetchesFromElsewhere() {
    return descriptions.entrySet().stream()
        .filter(e -> e.getKey().endsWith(".rels"))
        .flatMap(e -> Arrays.stream(e.getValue().split("<")))
        .map(element -> element.toLowerCase(Locale.ROOT).replace('\'', '"').replace(" ", ""))
        .filter(element -> element.contains("targetmode=\"external\""))
        .anyMatch(
            element ->
                element.contains("attachedtemplate")
                    || element.contains("oleobject")
                    || element.contains("/frame")
                    || element.contains("externallink"));
  }

  /** Unpacks into more than a document reasonably holds. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
