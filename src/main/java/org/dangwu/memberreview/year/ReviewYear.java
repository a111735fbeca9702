package org.dangwu.memberreview.year;

import java.time.LocalDate;

/**
 * What a grass-roots committee laid down for the year (年度部署).
 *
 * @param endsOn day by which each branch is to have filed its review (B01)
 * @param suggested day of the branches' assemblies, which each branch may change in its plan
 * @param combined whether the review is held together with the organisational life meeting (B01)
 * @param massesWay how the masses are heard (B13): NONE, POLL, FORUM or BOTH
 * @param leadersExcluded whether leaders who attended their life meeting are left out (E30)
 */
record ReviewYear(
    String caseId,
    String organization,
    int year,
    LocalDate endsOn,
    LocalDate suggested,
    boolean combined,
    String massesWay,
    boolean leadersExcluded) {

  /** Last day to which an overdue branch may be put off: then the year's files are due. */
  LocalDate latestDelay() {
    return LocalDate.of(year + 1, 6, 30);
  }

  /** Last day on which the year itself may end. */
  LocalDate latestEnd() {
    return LocalDate.of(year + 1, 3, 31);
  }

  String massesText() {
    return switch (massesWay) {
      case "POLL" -> "民意测验";
      case "FORUM" -> "座谈会";
      case "BOTH" -> "座谈会和民意测验";
      default -> "不作统一要求";
    };
  }
}
