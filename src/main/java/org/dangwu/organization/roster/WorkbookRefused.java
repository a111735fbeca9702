package org.dangwu.organization.roster;

/** A file cannot be taken as a roster workbook; the key names the sentence that says what to do. */
final class WorkbookRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] arguments;

  WorkbookRefused(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = arguments;
  }

  String key() {
    return key;
  }

  Object[] arguments() {
    return arguments == null ? new Object[0] : arguments;
  }
}
