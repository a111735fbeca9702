package org.dangwu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Lets contestants do the same work in turn, round by round. The order moves on by one in each
 * round, so that nobody always follows the same neighbour.
 */
final class Comparison {

  /** What one contestant achieved: one entry a round. */
  record Result(List<LoadDriver.Timing> starts, List<LoadDriver.Timing> completions) {

    Spread startsPerSecond() {
      return Spread.of(starts.stream().map(LoadDriver.Timing::perSecond).toList());
    }

    Spread completionsPerSecond() {
      return Spread.of(completions.stream().map(LoadDriver.Timing::perSecond).toList());
    }

    Spread completionMillis() {
      return Spread.of(completions.stream().map(LoadDriver.Timing::medianMillis).toList());
    }

    Spread completionP99Millis() {
      return Spread.of(completions.stream().map(LoadDriver.Timing::p99Millis).toList());
    }

    /** Compares round with round, because neighbours in time share the machine's moods. */
    Spread completionRatioTo(Result other) {
      return Spread.of(
          IntStream.range(0, completions.size())
              .mapToObj(i -> completions.get(i).perSecond() / other.completions.get(i).perSecond())
              .toList());
    }
  }

  private final LoadDriver driver;
  private final Progress progress;
  private int number;

  Comparison(LoadDriver driver, Progress progress) {
    this.driver = driver;
    this.progress = progress;
  }

  /** Opens tasks that nobody completes, and thereby compiles the way to them. */
  void openStandingTasks(List<? extends Contestant> contestants, int tasks) throws Exception {
    for (Contestant contestant : contestants) {
      start(contestant, tasks, new ConcurrentLinkedQueue<>());
    }
  }

  Map<String, Result> run(
      List<? extends Contestant> contestants,
      int warmUpRounds,
      int rounds,
      ToIntFunction<Contestant> tasks)
      throws Exception {
    Map<String, Result> results = new LinkedHashMap<>();
    for (Contestant contestant : contestants) {
      results.put(contestant.name(), new Result(new ArrayList<>(), new ArrayList<>()));
    }
    List<Contestant> order = new ArrayList<>(contestants);
    for (int round = 1 - warmUpRounds; round <= rounds; round++) {
      for (Contestant contestant : order) {
        var instances = new ConcurrentLinkedQueue<String>();
        var starts = start(contestant, tasks.applyAsInt(contestant), instances);
        DatabaseServer.execute(contestant.dataSource(), "vacuum (analyze)");
        var open = openTasks(contestant, instances);
        var completions = driver.run(open, contestant::complete);
        progress.round(round, contestant.name(), starts, completions);
        if (round > 0) {
          results.get(contestant.name()).starts().add(starts);
          results.get(contestant.name()).completions().add(completions);
        }
      }
      Collections.rotate(order, -1);
    }
    return results;
  }

  private LoadDriver.Timing start(
      Contestant contestant, int tasks, ConcurrentLinkedQueue<String> instances) throws Exception {
    contestant.takeTurn();
    int first = number;
    number += tasks;
    return driver.run(
        IntStream.range(first, first + tasks).boxed().toList(),
        i -> instances.add(contestant.start(i)));
  }

  /** Reads the tasks by SQL: all engines descend from one and still share these columns. */
  static List<OpenTask> openTasks(Contestant contestant, java.util.Collection<String> instances)
      throws SQLException {
    try (Connection connection = contestant.dataSource().getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select id_, assignee_ from act_ru_task where proc_inst_id_ = any (?)")) {
      query.setArray(1, connection.createArrayOf("text", instances.toArray()));
      List<OpenTask> tasks = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          tasks.add(new OpenTask(rows.getString(1), rows.getString(2)));
        }
      }
      if (tasks.size() != instances.size()) {
        throw new IllegalStateException(
            contestant.name() + " has " + tasks.size() + " tasks of " + instances.size());
      }
      return tasks;
    }
  }
}
