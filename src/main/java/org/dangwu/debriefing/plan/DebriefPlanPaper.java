package org.dangwu.debriefing.plan;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.Criterion;
import org.dangwu.debriefing.DebriefPlan.FieldTeam;
import org.dangwu.debriefing.DebriefPlan.KeyContent;
import org.dangwu.debriefing.DebriefPlan.VoterClassWeight;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** The plan in words (述职评议考核方案, F-C1). */
@Component("debriefPlanPaper")
class DebriefPlanPaper {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final People people;

  DebriefPlanPaper(People people) {
    this.people = people;
  }

  /**
   * @param unusualTime whether it is held at another time than usual (C01)
   */
  Map<String, String> sections(DebriefPlan plan, List<DebriefEntry> entries, boolean unusualTime) {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("scope", scope(entries));
    sections.put("session", session(plan));
    sections.put("keyContents", keyContents(plan, entries));
    sections.put("criteria", criteria(plan));
    sections.put("participants", participants(plan));
    sections.put("ratio", ratio(plan));
    sections.put("fieldChecks", fieldChecks(plan, entries));
    sections.put("timetable", timetable(plan));
    sections.put("note", note(plan, unusualTime));
    sections.values().removeIf(String::isEmpty);
    return sections;
  }

  private static String scope(List<DebriefEntry> entries) {
    return entries.stream().map(DebriefPlanPaper::scope).collect(Collectors.joining("\n"));
  }

  private static String scope(DebriefEntry entry) {
    String line =
        "%s %s（%s）：%s"
            .formatted(entry.organizationName(), entry.name(), entry.title(), entry.mode().label());
    return entry.exceptionReason() == null ? line : line + "，理由：" + entry.exceptionReason();
  }

  private static String session(DebriefPlan plan) {
    if (plan.sessionDate() == null) {
      return "不召开述职会议，全部书面述职。";
    }
    return "%s，%s。\n点评方式：%s。"
        .formatted(DAY.format(plan.sessionDate()), plan.place(), plan.commentMode().label());
  }

  /** What is general in full; of single secretaries how much there is, to keep the paper short. */
  private static String keyContents(DebriefPlan plan, List<DebriefEntry> entries) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (KeyContent key : plan.keyContentsFor("")) {
      number++;
      text.append(number).append("．").append(key.text()).append('\n');
    }
    for (DebriefEntry entry : entries) {
      List<KeyContent> own =
          plan.keyContents().stream().filter(key -> key.entryId().equals(entry.entryId())).toList();
      long listed = own.stream().filter(key -> !key.source().isEmpty()).count();
      if (listed > 0) {
        text.append("%s：%s%d项。\n".formatted(entry.label(), PlanBackground.LAST_LIST, listed));
      }
      own.stream()
          .filter(key -> key.source().isEmpty())
          .forEach(key -> text.append("%s：%s\n".formatted(entry.label(), key.text())));
    }
    return text.toString().strip();
  }

  private static String criteria(DebriefPlan plan) {
    return plan.criteria().stream()
        .map(criterion -> criterion.label() + explained(criterion))
        .collect(Collectors.joining("\n", "", "\n基层党建工作考核并入本项，不另行评分。"));
  }

  private static String explained(Criterion criterion) {
    return criterion.note() == null || criterion.note().isEmpty() ? "" : "：" + criterion.note();
  }

  private static String participants(DebriefPlan plan) {
    if (plan.classes().isEmpty()) {
      return "";
    }
    return plan.classes().stream()
        .map(voters -> participants(plan, voters))
        .collect(
            Collectors.joining("\n", "", plan.rateWritten() ? "\n书面述职的，一并评议。" : "\n书面述职的，不在会上评议。"));
  }

  private static String participants(DebriefPlan plan, VoterClassWeight voters) {
    int persons = plan.personsOf(voters.code()).size();
    return "%s：权重%d%%，%d人%s"
        .formatted(
            voters.label(),
            voters.weight(),
            persons + voters.sheets(),
            voters.sheets() == 0 ? "" : "（其中使用纸质票%d人）".formatted(voters.sheets()));
  }

  private static String ratio(DebriefPlan plan) {
    String ratio = "评为“好”的不超过%d%%。".formatted(plan.maxGoodPercent());
    return plan.weights()
        .map(
            w ->
                ratio
                    + "\n综合参考（仅供拟定意见时参考）：述职评议%d%%，实地考核%d%%，平时调研%d%%。"
                        .formatted(w.session(), w.field(), w.daily()))
        .orElse(ratio);
  }

  private String fieldChecks(DebriefPlan plan, List<DebriefEntry> entries) {
    Map<String, String> labels =
        entries.stream()
            .collect(Collectors.toMap(DebriefEntry::entryId, DebriefEntry::organizationName));
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (FieldTeam team : plan.teams()) {
      number++;
      String members = team.members().stream().map(people::name).collect(Collectors.joining("、"));
      String units =
          team.entryIds().stream()
              .filter(labels::containsKey)
              .map(labels::get)
              .collect(Collectors.joining("、"));
      text.append(
          "第%d调研组：组长%s%s；考核%s。\n"
              .formatted(
                  number,
                  people.name(team.leader()),
                  members.isEmpty() ? "" : "，成员" + members,
                  units));
    }
    return text.toString().strip();
  }

  private static String timetable(DebriefPlan plan) {
    StringBuilder text = new StringBuilder();
    line(text, "提交述职报告", plan.reportDueDate());
    line(text, "完成实地考核", plan.teams().isEmpty() ? null : plan.fieldDueDate());
    line(text, "述职会议", plan.sessionDate());
    line(text, "研究综合评价意见和等次", plan.studyDate());
    line(text, "向上一级党委报告", plan.reportUpDueDate());
    return text.toString().strip();
  }

  private static void line(StringBuilder text, String what, LocalDate day) {
    if (day != null) {
      text.append(what).append("：").append(DAY.format(day)).append('\n');
    }
  }

  private static String note(DebriefPlan plan, boolean unusualTime) {
    String time = unusualTime ? "时间不在年底或者次年年初（11月至次年3月），请审定时留意。" : "";
    return plan.remark().isEmpty() || time.isEmpty()
        ? plan.remark() + time
        : plan.remark() + "\n" + time;
  }
}
