package org.dangwu.organization;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a person does in an organisation (角色). The id is the first part of the engine's group {@code
 * role-organisation}.
 */
public enum Role {
  PRINCIPAL("principal", "主要负责人"),
  DEPUTY("deputy", "副职"),
  MEMBER("member", "班子成员"),
  RECORDER("recorder", "记录人"),
  OFFICE("office", "办公室"),
  STAFF("staff", "工作人员"),
  HEAD("head", "部门负责人"),
  SECRETARY("secretary", "书记"),
  COMMITTEE("committee", "委员"),
  GROUP_LEADER("groupleader", "党小组长"),
  PARTY_MEMBER("partymember", "党员"),
  ARCHIVIST("archivist", "档案员"),
  CLERK("clerk", "名册管理员");

  private final String id;
  private final String label;

  Role(String id, String label) {
    this.id = id;
    this.label = label;
  }

  public String id() {
    return id;
  }

  public String label() {
    return label;
  }

  /** True for those who make up the leading body (领导班子). */
  public boolean isInLeadingBody() {
    return this == PRINCIPAL || this == DEPUTY || this == MEMBER;
  }

  /** The engine's group of those who hold this role in the organisation. */
  public String group(String organization) {
    return id + "-" + organization;
  }

  public static Optional<Role> ofId(String id) {
    return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
  }

  public static Optional<Role> ofLabel(String label) {
    return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
  }
}
