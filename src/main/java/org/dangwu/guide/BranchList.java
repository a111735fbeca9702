package org.dangwu.guide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What follows in which case, as it is found on the ways through a model; cases that lead to the
 * same are told together.
 */
final class BranchList {

  private final GuideTexts texts;
  private final Map<List<String>, Set<Step>> found = new LinkedHashMap<>();

  /** All answers that were met, by the beginning of the condition that tells the question. */
  private final Map<String, Set<String>> answers = new HashMap<>();

  BranchList(GuideTexts texts) {
    this.texts = texts;
  }

  /** A step and who does it. */
  record Step(String what, String who) {}

  /**
   * @param conditions in the order in which they are met
   */
  record Branch(List<String> conditions, Collection<Step> steps) {}

  void add(List<String> conditions, String what, String who) {
    found
        .computeIfAbsent(List.copyOf(conditions), none -> new LinkedHashSet<>())
        .add(new Step(what, who));
  }

  /**
   * @param question beginning of the condition
   * @param condition question and answer
   */
  void mayBeAnswered(String question, String condition) {
    answers.computeIfAbsent(question, none -> new LinkedHashSet<>()).add(condition);
  }

  /** How many of the conditions answer a question. */
  long answers(List<String> conditions) {
    return conditions.stream().filter(condition -> question(condition).isPresent()).count();
  }

  /**
   * Questions whose answer makes no difference are left out, answers that lead to the same joined.
   */
  List<Branch> merged() {
    List<Branch> branches = new ArrayList<>();
    found.forEach((conditions, steps) -> branches.add(new Branch(conditions, steps)));
    for (int first = 0; first < branches.size(); first++) {
      for (int at = 0; at < branches.get(first).conditions().size(); at++) {
        first = merge(branches, first, at) ? -1 : first;
        if (first < 0) {
          break;
        }
      }
    }
    return branches;
  }

  /** Merges all that differ from the first in this answer alone; whether there were any. */
  private boolean merge(List<Branch> branches, int first, int at) {
    Branch one = branches.get(first);
    Optional<String> question = question(one.conditions().get(at));
    if (question.isEmpty()) {
      return false;
    }
    List<Branch> same =
        branches.stream().filter(other -> differsOnly(one, other, at, question.get())).toList();
    if (same.size() < 2) {
      return false;
    }
    List<String> given = same.stream().map(branch -> branch.conditions().get(at)).toList();
    List<String> conditions = new ArrayList<>(one.conditions());
    if (given.containsAll(answers.get(question.get()))) {
      conditions.remove(at);
    } else {
      conditions.set(at, joined(question.get(), given));
    }
    branches.removeAll(same.subList(1, same.size()));
    branches.set(first, new Branch(List.copyOf(conditions), one.steps()));
    return true;
  }

  private static boolean differsOnly(Branch one, Branch other, int at, String question) {
    return other.steps().equals(one.steps())
        && other.conditions().size() == one.conditions().size()
        && other.conditions().get(at).startsWith(question)
        && other.conditions().subList(0, at).equals(one.conditions().subList(0, at))
        && other
            .conditions()
            .subList(at + 1, other.conditions().size())
            .equals(one.conditions().subList(at + 1, one.conditions().size()));
  }

  private String joined(String question, List<String> given) {
    return question
        + String.join(
            texts.say("condition.or"),
            given.stream().map(condition -> condition.substring(question.length())).toList());
  }

  private Optional<String> question(String condition) {
    return answers.keySet().stream().filter(condition::startsWith).findFirst();
  }
}
