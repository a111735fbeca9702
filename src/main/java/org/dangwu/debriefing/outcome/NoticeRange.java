package org.dangwu.debriefing.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.springframework.stereotype.Component;

/** Which organisations the notice may go to, and how the choice is put into words (C17). */
@Component
class NoticeRange {

  /** What the document keeps of the range is one line of 400 characters. */
  private static final int LONGEST = 380;

  private final DebriefEntries entries;
  private final Organizations organizations;
  private final DebriefSentences sentences;

  NoticeRange(DebriefEntries entries, Organizations organizations, DebriefSentences sentences) {
    this.entries = entries;
    this.organizations = organizations;
    this.sentences = sentences;
  }

  /**
   * Code to name: the committee itself first, then those who gave an account, then others below.
   */
  Map<Group, Map<String, String>> choices(String caseId, String committee) {
    Map<Group, Map<String, String>> choices = new LinkedHashMap<>();
    choices.put(Group.OWN, Map.of(committee, organizations.get(committee).name()));
    Map<String, String> units = new LinkedHashMap<>();
    for (DebriefEntry entry : entries.of(caseId)) {
      if (!entry.organization().equals(committee)) {
        units.put(entry.organization(), organizations.get(entry.organization()).name());
      }
    }
    choices.put(Group.UNITS, units);
    Map<String, String> others = new LinkedHashMap<>();
    for (Organization child : organizations.children(committee)) {
      if (child.kind() != OrganizationKind.MEMBER_GROUP && !units.containsKey(child.code())) {
        others.put(child.code(), child.name());
      }
    }
    choices.put(Group.OTHERS, others);
    return choices;
  }

  /** What stands in the document: how many of which, and as many names as there is room for. */
  String words(Map<Group, Map<String, String>> choices, Set<String> chosen) {
    String line =
        choices.entrySet().stream()
            .map(
                group -> {
                  List<String> names =
                      group.getValue().entrySet().stream()
                          .filter(one -> chosen.contains(one.getKey()))
                          .map(Map.Entry::getValue)
                          .toList();
                  return names.isEmpty()
                      ? ""
                      : sentences.say(
                          "outcome.range." + group.getKey(),
                          String.valueOf(names.size()),
                          String.join("、", names));
                })
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("；"));
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "……";
  }

  /** Where an organisation stands towards the committee. */
  enum Group {
    OWN("本级"),
    UNITS("述职单位"),
    OTHERS("其他下级组织和部门");

    private final String label;

    Group(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }
}
