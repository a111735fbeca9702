package org.dangwu.guide;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The guidance of one open task.
 *
 * @param requirement what is asked, from the element's documentation
 * @param holder name of the person who holds the task, or null
 */
public record Guide(
    String taskId,
    String name,
    String requirement,
    Deadline deadline,
    List<Rule> rules,
    List<NextStep> next,
    String responsible,
    String holder) {

  /** Rules that come from the same source with the same weight, to name the source once. */
  public List<Group> rulesBySource() {
    Map<List<String>, List<Rule>> groups =
        rules.stream()
            .collect(
                Collectors.groupingBy(
                    rule -> List.of(rule.source(), rule.evidence().label()),
                    java.util.LinkedHashMap::new,
                    Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey().get(0), group.getKey().get(1), group.getValue()))
        .toList();
  }

  /** Rules of one source. */
  public record Group(String source, String evidence, List<Rule> rules) {}
}
