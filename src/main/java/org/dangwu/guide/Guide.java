package org.dangwu.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

  /** Rules that the regulation states, by their source. */
  public List<Basis> regulations() {
    return bySource(rule -> rule.evidence() == Evidence.REGULATION);
  }

  /** Rules of practice and of the product, which weigh less and are shown on request. */
  public List<Basis> suggestions() {
    return bySource(rule -> rule.evidence() != Evidence.REGULATION);
  }

  /** The following steps, those of one condition together. */
  public List<Branch> branches() {
    Map<String, List<NextStep>> grouped =
        next.stream()
            .collect(
                Collectors.groupingBy(
                    NextStep::condition, LinkedHashMap::new, Collectors.toList()));
    return grouped.entrySet().stream()
        .map(group -> new Branch(group.getKey(), group.getValue()))
        .toList();
  }

  private List<Basis> bySource(Predicate<Rule> chosen) {
    Map<List<String>, List<Rule>> groups =
        rules.stream()
            .filter(chosen)
            .collect(
                Collectors.groupingBy(
                    rule -> List.of(rule.source(), rule.evidence().label()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> new Basis(group.getKey().get(0), group.getKey().get(1), group.getValue()))
        .toList();
  }

  /** Rules of one source. */
  public record Basis(String source, String evidence, List<Rule> rules) {}

  /** What follows in one case. */
  public record Branch(String condition, List<NextStep> steps) {}
}
