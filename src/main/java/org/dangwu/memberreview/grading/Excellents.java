package org.dangwu.memberreview.grading;

import java.util.List;
import org.dangwu.memberreview.ReviewGrade;

/** How many are rated 优秀 so far (B18). */
final class Excellents {

  private Excellents() {}

  static int count(List<Item> items) {
    return (int)
        items.stream()
            .filter(item -> item.state() != ItemState.REMOVED && item.state() != ItemState.PENDING)
            .filter(item -> item.grade().filter(ReviewGrade.EXCELLENT::equals).isPresent())
            .count();
  }
}
