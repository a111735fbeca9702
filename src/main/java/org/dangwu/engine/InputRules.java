package org.dangwu.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All inputs that one form declares. */
record InputRules(List<InputRule> rules) {

  static final InputRules NONE = new InputRules(List.of());

  /**
   * @param submitted as sent by the browser or a REST client
   * @param known the variables visible from the task, for conditions and dynamic options
   * @throws SubmissionRefused naming the first field that does not hold
   */
  Submission check(Map<String, Object> submitted, Map<String, Object> known) {
    refuseUnknown(submitted.keySet());
    Map<String, Object> facts = new LinkedHashMap<>(known);
    facts.putAll(submitted);
    Map<String, Object> variables = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (InputRule rule : rules) {
      if (rule.hidden(facts)) {
        continue;
      }
      Object value = rule.check(submitted.get(rule.key()), facts);
      if (rule.dossierPath() != null) {
        if (value != null) {
          texts.put(rule.dossierPath(), value.toString());
        }
      } else if (submitted.containsKey(rule.key())) {
        variables.put(rule.key(), value);
      }
    }
    return new Submission(variables, texts);
  }

  private void refuseUnknown(Collection<String> names) {
    for (String name : names) {
      if (rules.stream().noneMatch(rule -> rule.key().equals(name))) {
        throw new SubmissionRefused("表单中没有“" + name + "”这一项，未予接收。请刷新页面后按表单填写。");
      }
    }
  }
}
