package org.dangwu.organization.roster;

/**
 * A filled cell as it stands in the file.
 *
 * @param text without surrounding blanks
 */
record Cell(Kind kind, String text) {

  enum Kind {
    TEXT,
    NUMBER,
    FORMULA,
    BROKEN
  }
}
