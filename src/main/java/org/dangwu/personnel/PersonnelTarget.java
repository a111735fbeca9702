package org.dangwu.personnel;

/** Which personal file. */
public enum PersonnelTarget {
  CADRE("干部人事档案"),
  MEMBER("党员档案"),
  NONE("不入个人档案");

  private final String label;

  PersonnelTarget(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
