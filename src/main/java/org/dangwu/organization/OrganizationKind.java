package org.dangwu.organization;

import java.util.Arrays;
import java.util.Optional;

/** What an organisation is (组织类别). The label is what stands in the roster workbook. */
public enum OrganizationKind {
  COMMITTEE("党委", true, true),
  PARTY_GROUP("党组", true, true),
  AGENCY_COMMITTEE("工委", true, true),
  DISCIPLINE_COMMISSION("纪委", false, true),
  ORGANIZATION_DEPARTMENT("组织部", false, false),
  DEPARTMENT("工作部门", false, false),
  GENERAL_BRANCH("党总支", false, false),
  BRANCH("党支部", false, false),
  MEMBER_GROUP("党小组", false, false);

  private final String label;
  private final boolean tenant;
  private final boolean leadingBody;

  OrganizationKind(String label, boolean tenant, boolean leadingBody) {
    this.label = label;
    this.tenant = tenant;
    this.leadingBody = leadingBody;
  }

  public String label() {
    return label;
  }

  /** True when instances of this organisation and of those below it belong to its own tenant. */
  public boolean isTenant() {
    return tenant;
  }

  /** True when the organisation is led by a body (班子) that holds a democratic life meeting. */
  public boolean hasLeadingBody() {
    return leadingBody;
  }

  /** True when party members may have their organisational relation (组织关系) here. */
  public boolean keepsMembers() {
    return this == COMMITTEE || this == GENERAL_BRANCH || this == BRANCH || this == MEMBER_GROUP;
  }

  public static Optional<OrganizationKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }
}
