package org.dangwu.ballot;

import java.util.List;

/**
 * One grade of a scale (等次).
 *
 * @param code at most 16 characters A–Z, 0–9 and _; never shown
 * @param label what voters read
 */
public record Grade(String code, String label) {

  /** The abstention, which every sheet offers and every box holds in the same shape (弃权). */
  public static final Grade ABSTAIN = new Grade("ABSTAIN", "弃权");

  /** Grades of members (B10). */
  public static final List<Grade> MEMBER_GRADES =
      List.of(
          new Grade("EXCELLENT", "优秀"),
          new Grade("QUALIFIED", "合格"),
          new Grade("BASIC", "基本合格"),
          new Grade("UNQUALIFIED", "不合格"));

  /** Grades of bodies and of those who report (B14, C13). */
  public static final List<Grade> WORK_GRADES =
      List.of(
          new Grade("GOOD", "好"),
          new Grade("FAIRLY_GOOD", "较好"),
          new Grade("FAIR", "一般"),
          new Grade("POOR", "差"));
}
