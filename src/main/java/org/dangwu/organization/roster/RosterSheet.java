package org.dangwu.organization.roster;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dangwu.organization.Circumstance;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Mobility;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.OrganizationLevel;
import org.dangwu.organization.Relation;
import org.dangwu.organization.Role;
import org.dangwu.organization.Sanction;
import org.dangwu.organization.UnitType;

/** The three sheets of the roster workbook: the one declaration for template, reader and check. */
enum RosterSheet {
  ORGANIZATIONS(
      "组织",
      column("组织编码", true, 14, "只用字母和数字，一经使用不再更改。例如 YL01。"),
      column("组织名称", true, 40, "组织全称，不超过 100 字。"),
      options(
          "组织类别",
          true,
          12,
          "从下拉列表中选择。",
          labels(OrganizationKind.values(), OrganizationKind::label)),
      options(
          "层级",
          true,
          10,
          "从下拉列表中选择。",
          labels(OrganizationLevel.values(), OrganizationLevel::label)),
      column("上级组织编码", false, 14, "最高一级组织留空，其他组织必填。"),
      column("排序", false, 8, "同一上级之下的先后次序，填 0 至 9999 的整数。"),
      options("变动", false, 10, "组织撤销时选“撤销”，其他情况留空。", List.of("撤销")),
      new Column(
          "单位类别",
          false,
          14,
          "述职评议考核按单位类别确定述职范围和方式，留空即“其他”。",
          labels(UnitType.values(), UnitType::label),
          true)),
  PEOPLE(
      "人员",
      column("人员编号", true, 14, "只用字母和数字，也是登录账号，一经使用不再更改。"),
      column("姓名", true, 12, "不超过 30 字。"),
      options("性别", false, 8, "男或女。", List.of("男", "女")),
      options(
          "党员身份",
          true,
          12,
          "从下拉列表中选择。",
          labels(MembershipStatus.values(), MembershipStatus::label)),
      column("所在组织编码", true, 16, "党员填组织关系所在党组织，非党员填工作所在组织。"),
      options("组织关系状态", false, 14, "留空即“在册”。", labels(Relation.values(), Relation::label)),
      column("入党日期", false, 14, "例如 2008-07-01。"),
      options("表决权", false, 10, "留空时，正式党员有表决权，预备党员、留党察看的党员和非党员没有。", List.of("有", "无")),
      options("流动情况", false, 10, "留空即“否”。", labels(Mobility.values(), Mobility::label)),
      options("党纪处分", false, 14, "尚在影响期内的处分，留空即“无”。", labels(Sanction.values(), Sanction::label)),
      column("处分期满日期", false, 14, "例如 2027-03-31。"),
      options("特殊情况", false, 12, "留空即“无”。", labels(Circumstance.values(), Circumstance::label)),
      options("立案审查", false, 10, "正在接受立案审查的选“是”。", List.of("是", "否")),
      column("电子邮箱", false, 26, "用于接收通知，可以不填。"),
      column("手机号", false, 16, "用于接收通知，可以不填。"),
      options("变动", false, 10, "离开名册时选择原因，其他情况留空。", List.of("转出", "去世", "出党")),
      column("变动日期", false, 14, "留空即导入当日。")),
  POSITIONS(
      "任职",
      column("人员编号", true, 14, "须在“人员”表或现有名册中。"),
      column("姓名", false, 12, "便于核对，可以不填；填写时须与人员编号一致。"),
      column("组织编码", true, 14, "任职的组织。"),
      options(
          "角色",
          true,
          14,
          "从下拉列表中选择，决定办理哪些事项。",
          Stream.of(Role.values())
              .filter(role -> role != Role.PARTY_MEMBER)
              .map(Role::label)
              .toList()),
      column("职务", false, 26, "职务全称，例如“党组书记、局长”。"),
      column("排序", false, 8, "班子内的先后次序，填 0 至 9999 的整数。"),
      column("任期开始", true, 14, "例如 2024-01-01。"),
      column("任期结束", false, 14, "任期最后一日，未定的留空。"),
      options("变动", false, 10, "不再任职时选“离任”，其他情况留空。", List.of("离任")));

  private final String title;
  private final List<Column> columns;

  RosterSheet(String title, Column... columns) {
    this.title = title;
    this.columns = List.of(columns);
  }

  String title() {
    return title;
  }

  List<Column> columns() {
    return columns;
  }

  /**
   * One column.
   *
   * @param width in characters
   * @param options allowed values, empty when free
   * @param later added later, so that a workbook from before that may lack it
   */
  record Column(
      String name, boolean required, int width, String help, List<String> options, boolean later) {}

  private static Column column(String name, boolean required, int width, String help) {
    return new Column(name, required, width, help, List.of(), false);
  }

  private static Column options(
      String name, boolean required, int width, String help, List<String> options) {
    return new Column(name, required, width, help, options, false);
  }

  private static <T> List<String> labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label).toList();
  }
}
