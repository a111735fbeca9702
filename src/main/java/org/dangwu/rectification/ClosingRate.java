package org.dangwu.rectification;

/**
 * How many items of a body and year were closed (销号情况, A35). Facts only; nothing is ranked by them.
 *
 * @param total items listed, without those of terminated runs
 * @param closed of these, closed
 * @param closedInTime of these, closed within the time limit in force
 * @param overdue open although the time limit has ended
 */
public record ClosingRate(int total, int closed, int closedInTime, int overdue) {

  public int open() {
    return total - closed;
  }
}
