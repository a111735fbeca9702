package org.dangwu.debriefing.rating;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weighted points of a rating in hundredths (加权得分, C13): the mean of each group times the weight of
 * its classes. Whole numbers throughout; rounded once, half up. Abstentions give no points and do
 * not count.
 */
final class WeightedIndex {

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  private WeightedIndex() {}

  /**
   * Ballots that count together.
   *
   * @param votes grade → votes
   * @param weight sum of the weights of their classes
   */
  record Part(Map<String, Integer> votes, int weight) {}

  /**
   * @param points grade → points; a grade without points is an abstention
   * @return empty when no part with a weight has a valid grade
   */
  static Optional<Integer> of(List<Part> parts, Map<String, Integer> points) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger common = BigInteger.ONE;
    long weights = 0;
    for (Part part : parts) {
      long graded = 0;
      long given = 0;
      for (Map.Entry<String, Integer> vote : part.votes().entrySet()) {
        Integer worth = points.get(vote.getKey());
        if (worth != null) {
          graded += vote.getValue();
          given += (long) vote.getValue() * worth;
        }
      }
      if (graded > 0 && part.weight() > 0) {
        BigInteger of = BigInteger.valueOf(graded);
        BigInteger weighted = BigInteger.valueOf(given).multiply(BigInteger.valueOf(part.weight()));
        sum = sum.multiply(of).add(weighted.multiply(common));
        common = common.multiply(of);
        weights += part.weight();
      }
    }
    if (weights == 0) {
      return Optional.empty();
    }
    BigInteger whole = common.multiply(BigInteger.valueOf(weights));
    return Optional.of(halfUp(sum.multiply(HUNDRED), whole).intValueExact());
  }

  private static BigInteger halfUp(BigInteger number, BigInteger by) {
    return number.shiftLeft(1).add(by).divide(by.shiftLeft(1));
  }
}
