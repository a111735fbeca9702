package org.dangwu.ballot.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts small classes together, so that no group is smaller than the threshold and none can be found
 * by subtracting the others from the whole.
 */
final class ClassGroups {

  private ClassGroups() {}

  /**
   * @return for each class the number of its group, from 0; a single group when nothing else keeps
   *     the threshold
   */
  static List<Integer> merged(List<Integer> sizes, int threshold) {
    List<Integer> bySize =
        IntStream.range(0, sizes.size()).boxed().sorted(Comparator.comparing(sizes::get)).toList();
    int small = 0;
    int pooled = 0;
    while (small < bySize.size()
        && (sizes.get(bySize.get(small)) < threshold || small > 0 && pooled < threshold)) {
      pooled += sizes.get(bySize.get(small));
      small++;
    }
    List<Integer> together = bySize.subList(0, small);
    List<Integer> groups = new ArrayList<>();
    int next = together.isEmpty() ? 0 : 1;
    for (int i = 0; i < sizes.size(); i++) {
      groups.add(together.contains(i) ? 0 : next++);
    }
    return groups;
  }
}
