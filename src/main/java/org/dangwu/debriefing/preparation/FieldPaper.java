package org.dangwu.debriefing.preparation;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefFieldCheck;
import org.dangwu.debriefing.DebriefPlan.FieldTeam;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** A field check in words (实地考核记录, F-C3). */
@Component
class FieldPaper {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final People people;

  FieldPaper(People people) {
    this.people = people;
  }

  Map<String, String> sections(DebriefFieldCheck check, FieldTeam team, String problems) {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("team", team(team));
    sections.put(
        "methods", DAY.format(check.checkedOn()) + "，" + String.join("、", check.methods()) + "。");
    sections.put("places", check.places());
    sections.put("peopleMet", check.peopleMet());
    sections.put("facts", facts(check));
    sections.put("problems", problems);
    return sections;
  }

  private String team(FieldTeam team) {
    List<String> members = team.members().stream().map(people::name).toList();
    return "组长"
        + people.name(team.leader())
        + (members.isEmpty() ? "" : "，成员" + String.join("、", members));
  }

  private static String facts(DebriefFieldCheck check) {
    StringBuilder facts = new StringBuilder(check.facts());
    if (!check.items().isEmpty()) {
      facts
          .append("\n评判事项：\n")
          .append(
              check.items().stream()
                  .map(
                      item ->
                          "%s（依据：%s）：%s"
                              .formatted(item.criterion(), item.evidence(), item.finding()))
                  .collect(Collectors.joining("\n")));
    }
    check
        .impression()
        .ifPresent(grade -> facts.append("\n总体印象：").append(grade.label()).append("（供综合评价时参考）"));
    return facts.toString();
  }
}
