package org.dangwu.bench;

import java.util.Collection;
import java.util.Locale;

/** Median with the smallest and the largest value. */
record Spread(double median, double min, double max) {

  static Spread of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  String whole() {
    return String.format(Locale.ROOT, "**%,.0f** [%,.0f..%,.0f]", median, min, max);
  }

  String precise() {
    return String.format(Locale.ROOT, "**%.2f** [%.2f..%.2f]", median, min, max);
  }
}
