package org.dangwu.lifemeeting;

/** Who gathers the opinions (A09): the body itself, or somebody on its behalf. */
enum CollectedBy {
  SELF("党委（党组）自行征求"),
  ORGANIZATION_DEPARTMENT("委托组织部门征求"),
  AGENCY_COMMITTEE("委托机关党组织征求");

  private final String label;

  CollectedBy(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
