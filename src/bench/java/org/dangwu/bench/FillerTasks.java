package org.dangwu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Fills the runtime tables with open tasks, by one statement a table. One really started instance
 * is the pattern: all its runtime rows are repeated with new ids, so that a filler looks like any
 * other instance to the engine. History is not repeated; the engine reads it by primary key only.
 */
final class FillerTasks {

  /** Parents before children, because of the foreign keys. */
  private static final List<String> TABLES =
      List.of(
          "act_ru_execution",
          "act_ru_task",
          "act_ru_variable",
          "act_ru_identitylink",
          "act_ru_authorization");

  private static final int PEOPLE = 20_000;

  private final DataSource database;
  private final String instance;

  FillerTasks(DataSource database, String patternInstance) {
    this.database = database;
    this.instance = patternInstance;
  }

  /** Adds this many open tasks, spread over 20,000 invented people. */
  void add(int count) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Set<String> ids = idsOfPattern(connection);
      String member =
          single(connection, "select assignee_ from act_ru_task where proc_inst_id_ = ?");
      for (String table : TABLES) {
        repeatRows(connection, table, ids, member, count);
      }
      connection.commit();
    }
    DatabaseServer.execute(database, "vacuum (analyze)");
    DatabaseServer.execute(database, "checkpoint");
  }

  private void repeatRows(
      Connection connection, String table, Set<String> ids, String member, int count)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select column_name, data_type from information_schema.columns"
                + " where table_schema = current_schema() and table_name = ?"
                + " order by ordinal_position")) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String column = rows.getString(1);
          columns.add(column);
          values.add(
              rows.getString(2).equals("character varying")
                  ? "case when r.%1$s = any (?) then md5(r.%1$s || n)::uuid::text when r.%1$s = ? then 'filler' || (n %% %2$d) else r.%1$s end"
                      .formatted(column, PEOPLE)
                  : "r." + column);
        }
      }
    }
    String sql =
        "insert into %s (%s) select %s from %s r cross join generate_series(1, ?) n where r.id_ = any (?)"
            .formatted(table, String.join(", ", columns), String.join(", ", values), table);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      var known = connection.createArrayOf("text", ids.toArray());
      int parameter = 1;
      for (String value : values) {
        if (value.startsWith("case")) {
          insert.setArray(parameter++, known);
          insert.setString(parameter++, member);
        }
      }
      insert.setInt(parameter++, count);
      insert.setArray(parameter, known);
      insert.executeUpdate();
    }
  }

  private Set<String> idsOfPattern(Connection connection) throws SQLException {
    String tasks = "(select id_ from act_ru_task where proc_inst_id_ = ?)";
    Set<String> ids = new LinkedHashSet<>();
    for (String query :
        List.of(
            "select id_ from act_ru_execution where proc_inst_id_ = ?",
            "select act_inst_id_ from act_ru_execution where proc_inst_id_ = ?",
            "select id_ from act_ru_task where proc_inst_id_ = ?",
            "select id_ from act_ru_variable where proc_inst_id_ = ?",
            "select id_ from act_ru_identitylink where task_id_ in " + tasks,
            "select id_ from act_ru_authorization where resource_id_ in " + tasks)) {
      ids.addAll(all(connection, query));
    }
    ids.remove(null);
    return ids;
  }

  private String single(Connection connection, String sql) throws SQLException {
    return all(connection, sql).stream().collect(Collectors.toSet()).iterator().next();
  }

  private List<String> all(Connection connection, String sql) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, instance);
      List<String> values = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }
  }
}
