package org.dangwu.memberreview.preparation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.roster.ReviewGroup;
import org.springframework.stereotype.Component;

/** The plan in words (评议方案, F-B1). */
@Component
class PlanPaper {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  Map<String, String> sections(Plan plan, Groups division, List<RosterMember> roster) {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("schedule", schedule(plan));
    sections.put("method", method(plan));
    sections.put("groups", groups(division, roster));
    sections.put("roster", roster(roster));
    return sections;
  }

  private static String schedule(Plan plan) {
    return """
        学习教育：%s至%s
        个人总结提交期限：%s
        党员互评：%s
        支部党员大会（民主测评、讨论评定意见）：%s"""
        .formatted(
            day(plan.studyFrom()),
            day(plan.studyTo()),
            day(plan.summaryDue()),
            day(plan.peerOn()),
            day(plan.assemblyOn()));
  }

  private static String method(Plan plan) {
    StringBuilder method = new StringBuilder();
    method.append(
        plan.combined() ? "与组织生活会合并召开，组织生活会以" + plan.form().label() + "形式召开。" : "不与组织生活会合并召开。");
    method.append("\n听取群众意见的方式：").append(plan.massesWay().label()).append("。");
    method.append(plan.committeeReview() ? "\n党员同时评议支部委员会的工作。" : "\n不另行评议支部委员会的工作。");
    if (!plan.remark().isEmpty()) {
      method.append("\n其他安排：").append(plan.remark());
    }
    return method.toString();
  }

  private static String groups(Groups division, List<RosterMember> roster) {
    Map<String, String> names =
        roster.stream().collect(Collectors.toMap(RosterMember::personId, RosterMember::name));
    return division.list().stream()
        .map(group -> group(group, division, roster, names))
        .collect(Collectors.joining("\n"));
  }

  private static String group(
      ReviewGroup group, Groups division, List<RosterMember> roster, Map<String, String> names) {
    String members =
        roster.stream()
            .filter(m -> group.name().equals(division.members().get(m.personId())))
            .map(RosterMember::name)
            .collect(Collectors.joining("、"));
    return "%s（组长%s）：%s".formatted(group.name(), names.getOrDefault(group.leaderId(), ""), members);
  }

  private static String roster(List<RosterMember> roster) {
    return roster.stream()
        .map(member -> member.name() + "：" + member.reason())
        .collect(Collectors.joining("\n"));
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }
}
