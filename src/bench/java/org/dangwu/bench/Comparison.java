package org.dangwu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Lets contestants do the same work in rounds, and within a round in short turns, so that other
 * load on the machine meets all of them. The order moves on by one after each turn, so that nobody
 * always follows the same neighbour.
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

  /** What one contestant has to do, and has done, within one round. */
  private static final class Part {
    private final Contestant contestant;
    private final List<Integer> numbers;
    private final Queue<String> instances = new ConcurrentLinkedQueue<>();
    private final List<LoadDriver.Lap> starts = new ArrayList<>();
    private final List<LoadDriver.Lap> completions = new ArrayList<>();
    private List<OpenTask> open;

    Part(Contestant contestant, List<Integer> numbers) {
      this.contestant = contestant;
      this.numbers = numbers;
    }
  }

  private interface Turn {
    void of(Part part, int turn) throws Exception;
  }

  private final LoadDriver driver;
  private final Progress progress;
  private final int turns;
  private int number;

  /**
   * @param turns into how many turns a round divides each contestant's work
   */
  Comparison(LoadDriver driver, Progress progress, int turns) {
    this.driver = driver;
    this.progress = progress;
    this.turns = turns;
  }

  /** Opens tasks that nobody completes, and thereby compiles the way to them. */
  void openStandingTasks(List<? extends Contestant> contestants, int tasks) throws Exception {
    for (Contestant contestant : contestants) {
      Part part = new Part(contestant, numbers(tasks));
      driver.run(part.numbers, i -> part.instances.add(contestant.start(i)));
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
    for (int round = 1 - warmUpRounds; round <= rounds; round++) {
      List<Part> parts = new ArrayList<>();
      for (Contestant contestant : contestants) {
        parts.add(new Part(contestant, numbers(tasks.applyAsInt(contestant))));
      }
      System.gc();
      inTurns(
          parts,
          (part, turn) ->
              part.starts.add(
                  driver.run(
                      share(part.numbers, turn),
                      i -> part.instances.add(part.contestant.start(i)))));
      for (Part part : parts) {
        part.contestant.takeTurn();
        DatabaseServer.execute(part.contestant.dataSource(), "vacuum (analyze)");
        part.open = openTasks(part.contestant, part.instances);
      }
      System.gc();
      inTurns(
          parts,
          (part, turn) ->
              part.completions.add(driver.run(share(part.open, turn), part.contestant::complete)));
      for (Part part : parts) {
        var starts = LoadDriver.Timing.of(part.starts);
        var completions = LoadDriver.Timing.of(part.completions);
        progress.round(round, part.contestant.name(), starts, completions);
        if (round > 0) {
          results.get(part.contestant.name()).starts().add(starts);
          results.get(part.contestant.name()).completions().add(completions);
        }
      }
    }
    return results;
  }

  private void inTurns(List<Part> parts, Turn work) throws Exception {
    List<Part> order = new ArrayList<>(parts);
    for (int turn = 0; turn < turns; turn++) {
      for (Part part : order) {
        part.contestant.takeTurn();
        work.of(part, turn);
      }
      Collections.rotate(order, -1);
    }
  }

  private <T> List<T> share(List<T> all, int turn) {
    return all.subList(all.size() * turn / turns, all.size() * (turn + 1) / turns);
  }

  private List<Integer> numbers(int count) {
    int first = number;
    number += count;
    return IntStream.range(first, number).boxed().toList();
  }

  /** Reads the tasks by SQL: all engines descend from one and still share these columns. */
  static List<OpenTask> openTasks(Contestant contestant, Collection<String> instances)
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
