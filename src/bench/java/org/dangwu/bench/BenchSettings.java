package org.dangwu.bench;

/**
 * How much is measured. Every value can be given as a system property {@code dangwu.bench.<name>},
 * so that a quick trial and a long run need no change of code.
 *
 * @param threads concurrent users; also the number of worker threads of every contestant
 * @param rounds measured rounds; one more round before them only warms up
 * @param turns turns into which a round divides the work of each contestant
 * @param tasksPerRound tasks that each contestant starts and completes in a round
 * @param standingTasks open tasks that stay in every database during the comparison, so that
 *     neither tables nor statistics are ever empty
 * @param scalingRounds measured rounds of the comparison of table sizes
 * @param scalingTasks tasks per round of that comparison
 * @param contrastTasks tasks per round on the database without the extra indexes, which is slow
 * @param fewOpenTasks open tasks in the small database
 * @param manyOpenTasks open tasks in the large database
 */
record BenchSettings(
    int threads,
    int rounds,
    int turns,
    int tasksPerRound,
    int standingTasks,
    int scalingRounds,
    int scalingTasks,
    int contrastTasks,
    int fewOpenTasks,
    int manyOpenTasks) {

  static BenchSettings fromSystemProperties() {
    return new BenchSettings(
        number("threads", 4),
        number("rounds", 9),
        number("turns", 8),
        number("tasksPerRound", 800),
        number("standingTasks", 1000),
        number("scalingRounds", 7),
        number("scalingTasks", 800),
        number("contrastTasks", 160),
        number("fewOpenTasks", 5_000),
        number("manyOpenTasks", 500_000));
  }

  private static int number(String name, int otherwise) {
    int value = Integer.getInteger("dangwu.bench." + name, otherwise);
    if (value < 1) {
      throw new IllegalArgumentException("dangwu.bench." + name + " must be at least 1");
    }
    return value;
  }
}
