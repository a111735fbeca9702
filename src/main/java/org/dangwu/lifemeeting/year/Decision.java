package org.dangwu.lifemeeting.year;

/** How the superior dealt with a body that had not met in time; silence decides nothing (A02). */
enum Decision {
  ORDER("责令限期召开"),
  CONSENT("同意延期");

  private final String label;

  Decision(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
