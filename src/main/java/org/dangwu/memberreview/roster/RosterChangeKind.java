package org.dangwu.memberreview.roster;

import java.util.Arrays;
import java.util.List;

/** What may happen to a member while a review is under way. Names are those of the table. */
enum RosterChangeKind {
  NONE("无变动"),
  TRANSFERRED("转出，接收支部已接收"),
  JOINED("转入本支部"),
  TURNED_FORMAL("预备党员转为正式党员"),
  CASE_OPENED("被立案审查"),
  CASE_CLOSED("审查已结案"),
  DIED("去世"),
  LEFT_PARTY("退党、除名或者被开除党籍"),
  /** Not counted among those due at the assembly (D06); the table is not asked. */
  DUE_EXCLUDED("不计入应到会人数");

  private final String label;

  RosterChangeKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Those that may be entered on the page for changes. */
  static List<RosterChangeKind> entered() {
    return Arrays.stream(values()).filter(kind -> kind != NONE && kind != DUE_EXCLUDED).toList();
  }
}
