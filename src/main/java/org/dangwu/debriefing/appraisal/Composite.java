package org.dangwu.debriefing.appraisal;

import java.util.List;
import org.dangwu.debriefing.SecretaryGrade;

/**
 * The advisory composite of rating, field check and daily contact (综合参考分): advice and nothing more
 * (C14, trap 8).
 *
 * @param missing which components have no points, so that nothing is computed
 * @param score in hundredths, {@code null} when something is missing
 * @param grade {@code null} when the tables advise none
 * @param tables which tables were asked, with their versions
 * @param inputs what they were asked
 */
record Composite(
    List<Part> parts,
    List<String> missing,
    Integer score,
    SecretaryGrade grade,
    String note,
    String tables,
    String inputs) {

  static final String SESSION = "SESSION";
  static final String FIELD = "FIELD";
  static final String DAILY = "DAILY";

  Composite {
    parts = List.copyOf(parts);
    missing = List.copyOf(missing);
  }

  /**
   * @param points in hundredths, {@code null} when there are none
   * @param weight percent
   */
  public record Part(String component, String label, Integer points, int weight) {}
}
