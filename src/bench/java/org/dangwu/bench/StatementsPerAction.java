package org.dangwu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.dangwu.engine.StatementCounter;

/** Counts what a contestant sends to the database, apart from the timed rounds. */
final class StatementsPerAction {

  private static final int REPETITIONS = 20;

  /**
   * Averages over twenty repetitions.
   *
   * @param start executions to start an instance
   * @param completion executions to complete its task
   * @param completionSelects those of the completion that only read
   * @param completionKinds executions of all completions together, by kind and table
   */
  record Counted(
      String contestant,
      double start,
      double completion,
      double completionSelects,
      Map<String, Integer> completionKinds) {

    /** What this contestant executes at completion and the other does not, or not as often. */
    List<String> completionBeyond(Counted other) {
      List<String> beyond = new ArrayList<>();
      completionKinds.forEach(
          (kind, executions) -> {
            double more =
                (executions - other.completionKinds.getOrDefault(kind, 0)) / (double) REPETITIONS;
            if (more > 0) {
              beyond.add(number(more) + " `" + kind + "`");
            }
          });
      return beyond;
    }

    List<String> row() {
      return List.of(contestant, number(start), number(completion), number(completionSelects));
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
  }

  private StatementsPerAction() {}

  static Counted of(Contestant contestant) throws Exception {
    DataSource plain = contestant.dataSource().target();
    StatementCounter counter = new StatementCounter();
    contestant.dataSource().switchTo(counter.wrap(plain));
    try {
      List<String> instances = new ArrayList<>();
      var starts =
          counter.count(
              () -> {
                for (int i : IntStream.range(0, REPETITIONS).toArray()) {
                  instances.add(contestant.start(i));
                }
              });
      List<OpenTask> tasks = Comparison.openTasks(contestant, instances);
      var completions =
          counter.count(
              () -> {
                for (OpenTask task : tasks) {
                  contestant.complete(task);
                }
              });
      return new Counted(
          contestant.name(),
          starts.executions() / (double) REPETITIONS,
          completions.executions() / (double) REPETITIONS,
          completions.selects() / (double) REPETITIONS,
          completions.byStatement());
    } finally {
      contestant.dataSource().switchTo(plain);
    }
  }
}
