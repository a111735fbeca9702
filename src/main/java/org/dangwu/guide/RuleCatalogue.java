package org.dangwu.guide;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The rules that the product implements, in words, with source and evidence. */
@Component
public class RuleCatalogue {

  private final Map<String, Rule> rules;

  /**
   * @throws IllegalStateException when a rule names a source that is not listed
   */
  RuleCatalogue(RuleProperties properties) {
    Map<String, Rule> read = new TreeMap<>();
    properties.entries().forEach((id, entry) -> read.put(id, rule(id, entry, properties)));
    this.rules = Collections.unmodifiableMap(read);
  }

  public Optional<Rule> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** In the order of their ids. */
  public List<Rule> all() {
    return List.copyOf(rules.values());
  }

  private static Rule rule(String id, RuleProperties.Entry entry, RuleProperties properties) {
    String title = properties.sources().get(entry.source());
    if (title == null) {
      throw new IllegalStateException(
          "规则目录 rules.yml 中 %s 的来源 %s 没有登记，请在 dangwu.rules.sources 中补充。"
              .formatted(id, entry.source()));
    }
    return new Rule(id, entry.text(), title, entry.evidence(), entry.elsewhere());
  }
}
