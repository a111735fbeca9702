package org.dangwu.debriefing.outcome;

/** How far a report is made public (述职报告公开范围, C18). Those who gave an account read all. */
public enum ReportRange {
  PEERS("本单位和所属党组织的党员、干部，其他述职单位的领导班子成员"),
  ALL("全部述职单位和所属党组织的党员、干部");

  private final String label;

  ReportRange(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
