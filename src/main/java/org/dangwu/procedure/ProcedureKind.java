package org.dangwu.procedure;

import java.util.Arrays;
import java.util.Optional;

/** One of the annual procedures (程序), of a leading body or, for guiding them, of its superior. */
public enum ProcedureKind {
  LIFE_MEETING("life-meeting", "LM", "民主生活会"),
  MEMBER_REVIEW("member-review", "MR", "民主评议党员"),
  DEBRIEFING("debriefing", "DB", "述职评议考核"),
  /** A superior lets all its bodies hold their meetings of the year (年度部署). */
  LIFE_MEETING_YEAR("life-meeting-year", "LY", "民主生活会年度部署"),
  /** A superior draws by lot which meetings its leaders attend (随机抽查). */
  OBSERVATION_DRAW("observation-draw", "LO", "民主生活会随机抽查"),
  /** A grass-roots committee lets all its branches review their members (年度部署). */
  MEMBER_REVIEW_YEAR("member-review-year", "RY", "民主评议党员年度部署");

  private final String key;
  private final String prefix;
  private final String label;

  ProcedureKind(String key, String prefix, String label) {
    this.key = key;
    this.prefix = prefix;
    this.label = label;
  }

  /** Key of the process definition. */
  public String key() {
    return key;
  }

  public String label() {
    return label;
  }

  /** Business key (业务编号), e.g. {@code LM-2026-YL01}. */
  public String businessKey(int year, String organization) {
    return prefix + "-" + year + "-" + organization;
  }

  /**
   * True when it is about all bodies below an organisation and run by its departments. A
   * grass-roots committee has none: what it deploys, its own office runs.
   */
  public boolean guidesBodiesBelow() {
    return this == LIFE_MEETING_YEAR || this == OBSERVATION_DRAW;
  }

  public static Optional<ProcedureKind> ofKey(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }
}
