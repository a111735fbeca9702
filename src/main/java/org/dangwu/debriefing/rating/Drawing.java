package org.dangwu.debriefing.rating;

/** What a picture is drawn on. Lengths in points of 1/96 inch, colours as {@code #rrggbb}. */
interface Drawing {

  void box(double x, double y, double width, double height, String colour);

  /**
   * @param y of the base line
   */
  void text(double x, double y, String text, Type type);

  /** Where text begins or ends relative to its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** How text looks. */
  record Type(int size, boolean bold, Anchor anchor, String colour) {}
}
