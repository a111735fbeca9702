package org.dangwu.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whom a rule may name (通知对象). The first key is the usual one, the others are short forms. */
enum RecipientKind {
  OFFICE("办公室", "office"),
  RECORDER("记录人", "recorder"),
  PRINCIPAL("主要负责人", "principal"),
  MEMBERS("班子成员", "members", "member"),
  SECRETARY("书记", "secretary"),
  COMMITTEE("支委会委员", "committee"),
  BRANCH_MEMBERS("党支部全体党员", "branch-members"),
  BASE_OFFICE("基层党委组织委员", "base-office"),
  BASE_SECRETARY("基层党委书记", "base-secretary"),
  ARCHIVIST("档案员", "archivist"),
  SUPERIOR_OFFICE("上级办公室", "superior-office", "superior"),
  SUPERIOR_PRINCIPAL("上级主要负责人", "superior-principal", "superiorPrincipal"),
  SUPERIOR_ORGANIZATION_STAFF("上级组织部门工作人员", "superior-organization-staff", "orgDepartment"),
  SUPERIOR_ORGANIZATION_HEAD("上级组织部门负责人", "superior-organization-head"),
  SUPERIOR_DISCIPLINE_STAFF("上级纪委工作人员", "superior-discipline-staff", "discipline"),
  SUPERIOR_DISCIPLINE_HEAD("上级纪委负责人", "superior-discipline-head"),
  ORGANIZATION_STAFF("组织部门工作人员", "organization-staff"),
  ORGANIZATION_HEAD("组织部门负责人", "organization-head"),
  ORGANIZERS("组织部门（承办）", "organizers"),
  SUPERIOR_ORGANIZERS("上级组织部门（承办）", "superior-organizers"),
  COMMITTEE_SECRETARY("党组织书记", "committee-secretary", "committeeSecretary"),
  DISCIPLINE_STAFF("本级或者上级纪委工作人员", "discipline-staff"),
  PERSON("本人", "person"),
  STARTER("启动人", "starter");

  private final String label;
  private final List<String> keys;

  RecipientKind(String label, String... keys) {
    this.label = label;
    this.keys = List.of(keys);
  }

  public String label() {
    return label;
  }

  static Optional<RecipientKind> of(String cell) {
    return Arrays.stream(values())
        .filter(kind -> kind.keys.contains(cell) || kind.label.equals(cell))
        .findFirst();
  }
}
