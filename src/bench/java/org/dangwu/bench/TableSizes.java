package org.dangwu.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Three copies of one contestant's database: few open tasks, many, and many without the indexes
 * that the project adds to Camunda's schema. The contestant keeps running and is switched from copy
 * to copy, so the number of rows, or the indexes, are the only difference.
 */
final class TableSizes implements AutoCloseable {

  private final DatabaseServer server;
  private final Contestant contestant;
  private final BenchSettings settings;
  private final List<HikariDataSource> pools = new ArrayList<>();
  private Contestant few;
  private Contestant many;
  private Contestant withoutIndexes;

  TableSizes(DatabaseServer server, Contestant contestant, BenchSettings settings) {
    this.server = server;
    this.contestant = contestant;
    this.settings = settings;
  }

  /**
   * Makes the copies.
   *
   * @param original name of the contestant's database
   * @param pool its pool, which is closed for the time of copying and not used any more
   */
  void prepare(String original, HikariDataSource pool, Progress progress) throws Exception {
    String pattern = contestant.start(0);
    contestant
        .dataSource()
        .switchAfter(
            () -> {
              pool.close();
              server.copy(original, "few_tasks");
              server.copy(original, "many_tasks");
              return open("few_tasks");
            });
    HikariDataSource fewPool = pools.get(0);
    new FillerTasks(fewPool, pattern).add(settings.fewOpenTasks());
    HikariDataSource manyPool = open("many_tasks");
    long begin = System.nanoTime();
    new FillerTasks(manyPool, pattern).add(settings.manyOpenTasks());
    progress.say(
        "%,d open tasks inserted in %d s"
            .formatted(settings.manyOpenTasks(), (System.nanoTime() - begin) / 1_000_000_000));
    manyPool.close();
    server.copy("many_tasks", "many_tasks_without_indexes");
    manyPool = open("many_tasks");
    HikariDataSource barePool = open("many_tasks_without_indexes");
    List<String> dropped = dropExtraIndexes(barePool);
    progress.say("contrast database without " + dropped);
    few = on("%,d open tasks".formatted(settings.fewOpenTasks()), fewPool);
    many = on("%,d open tasks".formatted(settings.manyOpenTasks()), manyPool);
    withoutIndexes =
        on("%,d open tasks, no extra indexes".formatted(settings.manyOpenTasks()), barePool);
  }

  Contestant few() {
    return few;
  }

  Contestant many() {
    return many;
  }

  Contestant withoutIndexes() {
    return withoutIndexes;
  }

  private HikariDataSource open(String database) {
    HikariDataSource pool = server.pool(database);
    pools.add(pool);
    return pool;
  }

  private static List<String> dropExtraIndexes(DataSource database) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select indexname from pg_indexes where schemaname = current_schema()"
                    + " and (tablename = 'act_ru_task' and indexdef ilike '%(parent_task_id_)%'"
                    + " or tablename = 'act_ru_job' and indexdef ilike '%(type_%duedate_%')")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    if (names.isEmpty()) {
      throw new IllegalStateException("The contestant's database has no extra index to drop");
    }
    for (String name : names) {
      DatabaseServer.execute(database, "drop index \"" + name + "\"");
    }
    return names;
  }

  private Contestant on(String label, DataSource database) {
    return new Contestant() {
      @Override
      public String name() {
        return label;
      }

      @Override
      public SwitchableDataSource dataSource() {
        return contestant.dataSource();
      }

      @Override
      public void takeTurn() {
        contestant.dataSource().switchTo(database);
      }

      @Override
      public String start(int number) throws Exception {
        return contestant.start(number);
      }

      @Override
      public void complete(OpenTask task) throws Exception {
        contestant.complete(task);
      }

      @Override
      public void close() {
        contestant.close();
      }
    };
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
  }
}
