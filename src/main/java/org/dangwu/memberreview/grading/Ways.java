package org.dangwu.memberreview.grading;

/** How the masses are heard (B13): NONE, POLL, FORUM or BOTH. */
final class Ways {

  static final String VARIABLE = "massesWay";

  private Ways() {}

  static boolean poll(Object way) {
    return "POLL".equals(way) || "BOTH".equals(way);
  }
}
