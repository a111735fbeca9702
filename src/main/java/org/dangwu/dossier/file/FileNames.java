package org.dangwu.dossier.file;

import java.util.Locale;

/**
 * File names as they are kept: without path, control characters and signs that systems interpret.
 */
public final class FileNames {

  private static final int LONGEST = 120;
  private static final String INTERPRETED = "<>:\"|?*'`&;%$#{}";

  private FileNames() {}

  /** A harmless name that keeps Chinese characters; 未命名 when nothing is left. */
  public static String sanitised(String name) {
    String last = name == null ? "" : name.replace('\\', '/');
    last = last.substring(last.lastIndexOf('/') + 1);
    StringBuilder kept = new StringBuilder();
    last.codePoints()
        .filter(c -> !isInvisible(c))
        .map(c -> INTERPRETED.indexOf(c) >= 0 ? '_' : c)
        .forEach(kept::appendCodePoint);
    String clean = kept.toString().strip().replaceAll("^\\.+", "").replaceAll("\\.{2,}", ".");
    String extension = extension(clean);
    String stem = extension.isEmpty() ? clean : clean.substring(0, clean.lastIndexOf('.'));
    stem = stem.strip();
    if (stem.isEmpty()) {
      stem = "未命名";
    }
    if (stem.codePointCount(0, stem.length()) > LONGEST) {
      stem = stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
    }
    return extension.isEmpty() ? stem : stem + "." + extension;
  }

  /** Lower case, without dot; empty when there is none. */
  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    return extension.matches("[a-z0-9]{1,10}") ? extension : "";
  }

  /** Control and formatting characters; among them those that turn the reading direction round. */
  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }
}
