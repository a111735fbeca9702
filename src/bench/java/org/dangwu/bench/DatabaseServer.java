package org.dangwu.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * One PostgreSQL server for all contestants, each with a database of its own.
 *
 * <p>The embedded server is made for tests and switches durability off. Here it is switched on
 * again, because commits that reach the disk are what a production server is paid for.
 */
final class DatabaseServer implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final int poolSize;

  DatabaseServer(int poolSize) throws IOException, SQLException {
    this.poolSize = poolSize;
    this.postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "8GB")
            .setServerConfig("checkpoint_timeout", "30min")
            .setServerConfig("autovacuum", "off")
            .start();
    requireSetting("fsync", "on");
    requireSetting("synchronous_commit", "on");
  }

  void create(String database) throws SQLException {
    execute(postgres.getPostgresDatabase(), "create database " + database);
  }

  /** Copies a whole database, file by file. Nobody may be connected to the original. */
  void copy(String original, String copy) throws SQLException {
    execute(postgres.getPostgresDatabase(), "create database " + copy + " template " + original);
  }

  HikariDataSource pool(String database) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(database);
    config.setJdbcUrl(postgres.getJdbcUrl("postgres", database));
    config.setMaximumPoolSize(poolSize);
    config.setMinimumIdle(poolSize);
    return new HikariDataSource(config);
  }

  String version() throws SQLException {
    return setting("server_version");
  }

  String setting(String name) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("show " + name)) {
      result.next();
      return result.getString(1);
    }
  }

  static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void requireSetting(String name, String expected) throws SQLException {
    String actual = setting(name);
    if (!expected.equals(actual)) {
      throw new IllegalStateException("PostgreSQL runs with " + name + "=" + actual);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
