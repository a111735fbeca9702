package org.dangwu.dossier.casefile;

import java.util.Arrays;

/** What somebody may do with a document; each level includes those before it. */
enum AccessLevel {
  /** Does not learn that it exists. */
  NONE,
  /** Sees title, state and date. */
  META,
  /** Reads texts and uploads. */
  READ,
  /** Takes it out as a Word document. */
  EXPORT;

  boolean allows(AccessLevel needed) {
    return compareTo(needed) >= 0;
  }

  AccessLevel or(AccessLevel other) {
    return allows(other) ? this : other;
  }

  static AccessLevel of(String text) {
    return Arrays.stream(values())
        .filter(level -> level.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "决策表 access_level 中的“" + text + "”无效，只能填写 none、meta、read、export。"));
  }
}
