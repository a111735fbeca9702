package org.dangwu.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts the statements that reach the database. One JDBC execution is one: a batch of ten rows is
 * one journey to the database, and journeys are what a user waits for.
 */
public final class StatementCounter {

  /**
   * What was executed, by the first words of the statement.
   *
   * @param executions JDBC executions in all
   * @param selects those of them that only read
   * @param byStatement executions per kind and table, for instance {@code select act_ru_task}
   */
  public record Count(int executions, int selects, Map<String, Integer> byStatement) {}

  /** Work whose statements are counted. */
  public interface Work {
    void run() throws Exception;
  }

  private final AtomicReference<Map<String, Integer>> counted = new AtomicReference<>();

  /** Wraps a data source; everything that goes through the wrapper can be counted. */
  public DataSource wrap(DataSource dataSource) {
    return ProxyDataSourceBuilder.create(dataSource).listener(new Listener()).build();
  }

  /** Runs the work and tells what it executed, in whatever thread. */
  public Count count(Work work) throws Exception {
    Map<String, Integer> statements = java.util.Collections.synchronizedMap(new TreeMap<>());
    if (!counted.compareAndSet(null, statements)) {
      throw new IllegalStateException("Counting has already begun");
    }
    try {
      work.run();
    } finally {
      counted.set(null);
    }
    int all = statements.values().stream().mapToInt(Integer::intValue).sum();
    int selects =
        statements.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("select"))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return new Count(all, selects, new TreeMap<>(statements));
  }

  private final class Listener implements QueryExecutionListener {

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
      Map<String, Integer> statements = counted.get();
      if (statements != null && !queries.isEmpty()) {
        statements.merge(kindOf(queries.get(0).getQuery()), 1, Integer::sum);
      }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
      // Counted before: a statement that fails was sent all the same.
    }
  }

  private static String kindOf(String sql) {
    String[] words = sql.strip().toLowerCase(Locale.ROOT).split("[\\s(]+");
    String kind = words[0];
    String before =
        switch (kind) {
          case "select", "delete", "with" -> "from";
          case "insert" -> "into";
          default -> kind;
        };
    for (int i = 0; i < words.length - 1; i++) {
      if (words[i].equals(before)) {
        return kind + " " + words[i + 1];
      }
    }
    return kind;
  }
}
