package org.dangwu.procedure;

import java.time.LocalDate;

/**
 * A fact for the appraisal of how the system was kept (A35): what happened, when, how many, and
 * whether the rule was kept. Never an opinion, never a rank.
 *
 * @param caseId the run it belongs to, or null when it spans runs
 * @param occurrence empty for what happens once in a run, else what tells occurrences apart
 * @param day the day it happened
 * @param figure how many, or null
 * @param of out of how many, or null
 * @param kept whether the rule was kept, or null when none applies
 */
public record Fact(
    String caseId,
    String organization,
    int year,
    Type type,
    String occurrence,
    LocalDate day,
    Integer figure,
    Integer of,
    Boolean kept) {

  /** What a fact tells. The name is what models write in the input parameter {@code fact}. */
  public enum Type {
    PLAN_SENT("方案报送", "会前 %d 日"),
    HELD("会议召开", "到会 %d 人，应到 %d 人"),
    QUORUM_MISSED("到会人数不足，未能召开", "到会 %d 人，应到 %d 人"),
    POSTPONED("会议改期", null),
    ABSENT_WITHOUT_LEAVE("未经同意缺席", "%d 人"),
    REPORTED("报告和记录报送", "会后第 %d 日"),
    MERGED_SPECIAL("专题会议并入年度会议", null),
    REPEAT_ORDERED("责令重新召开", null),
    TERMINATED("按上级决定终止", null),
    RECTIFICATION_CLOSED("整改事项完成", "%d 项，共 %d 项"),
    MEMBERS_REVIEWED("民主评议党员", "评定 %d 人，应评定 %d 人"),
    BRANCHES_REVIEWED("所属党支部民主评议党员", "已评议 %d 个，应评议 %d 个"),
    DEBRIEF_REPORTED("述职评议考核情况报告上级", null);

    private final String label;
    private final String pattern;

    Type(String label, String pattern) {
      this.label = label;
      this.pattern = pattern;
    }

    public String label() {
      return label;
    }
  }

  /** The figures as words, empty when there are none. */
  public String words() {
    if (type.pattern == null || figure == null) {
      return "";
    }
    return type.pattern.formatted(figure, of);
  }
}
