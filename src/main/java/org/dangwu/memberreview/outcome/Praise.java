package org.dangwu.memberreview.outcome;

/**
 * How a member rated 优秀 is praised (表扬, B22).
 *
 * @param title title or award that he received with it, may be empty (B27)
 * @param putForward whether he is put forward to the superior for an award
 */
record Praise(String itemId, Manner manner, String title, boolean putForward, String wording) {

  /** The way of praising. */
  public enum Manner {
    ORAL("口头表扬"),
    WRITTEN("书面表扬"),
    NOTICE("通报表扬");

    private final String label;

    Manner(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
