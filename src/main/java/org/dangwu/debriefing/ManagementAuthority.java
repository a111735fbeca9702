package org.dangwu.debriefing;

/** Who manages the secretary as a cadre (干部管理权限); decides where his result is filed (C19). */
public enum ManagementAuthority {
  OWN("本级管理的干部"),
  SUPERIOR("上级管理的干部"),
  UNIT("所在单位管理的干部"),
  NONE("未列入干部管理");

  private final String label;

  ManagementAuthority(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
