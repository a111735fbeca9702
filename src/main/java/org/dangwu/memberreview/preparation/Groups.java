package org.dangwu.memberreview.preparation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.memberreview.roster.ReviewGroup;

/**
 * How the members are divided (分组). The whole branch may be one group.
 *
 * @param list groups in their order
 * @param members name of the group by person
 */
record Groups(List<ReviewGroup> list, Map<String, String> members) {

  /** Name of the only group of a branch that is not divided. */
  static final String WHOLE_BRANCH = "全体党员";

  /** One group for all. */
  static Groups undivided(String leader, List<String> persons) {
    Map<String, String> members = new LinkedHashMap<>();
    persons.forEach(person -> members.put(person, WHOLE_BRANCH));
    return new Groups(List.of(new ReviewGroup(WHOLE_BRANCH, leader)), members);
  }

  /**
   * The same groups with the members dealt out in turn, each leader to his own group.
   *
   * @param persons in roster order, leaders first, so that they are spread over the groups
   */
  Groups dealt(List<String> persons) {
    Map<String, String> dealt = new LinkedHashMap<>();
    list.stream()
        .filter(group -> persons.contains(group.leaderId()))
        .forEach(group -> dealt.putIfAbsent(group.leaderId(), group.name()));
    List<String> rest = new ArrayList<>(persons);
    rest.removeAll(dealt.keySet());
    for (String person : rest) {
      ReviewGroup smallest =
          list.stream()
              .min(java.util.Comparator.comparingLong(group -> size(dealt, group)))
              .orElseThrow();
      dealt.put(person, smallest.name());
    }
    return new Groups(list, dealt);
  }

  private static long size(Map<String, String> members, ReviewGroup group) {
    return members.values().stream().filter(group.name()::equals).count();
  }
}
