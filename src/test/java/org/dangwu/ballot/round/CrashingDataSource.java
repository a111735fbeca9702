package org.dangwu.ballot.round;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Takes the database away in front of the n-th statement that writes or locks, as when the machine
 * stops: on PostgreSQL the server ends the session, on H2 the session is closed.
 */
final class CrashingDataSource extends AbstractDataSource {

  private final DataSource real;
  private int left;

  CrashingDataSource(DataSource real, int statements) {
    this.real = real;
    this.left = statements;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = real.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                if (method.getName().equals("commit")) {
                  step(connection);
                }
                Object answer = method.invoke(connection, arguments);
                return answer instanceof PreparedStatement statement
                    ? counted(connection, statement)
                    : answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  private Object counted(Connection connection, PreparedStatement statement) {
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {PreparedStatement.class},
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute") || method.getName().equals("addBatch")) {
            step(connection);
          }
          try {
            return method.invoke(statement, arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        });
  }

  private void step(Connection connection) throws SQLException {
    if (!connection.getAutoCommit() && --left == 0) {
      if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
        kill(connection);
      } else {
        Connection session = connection.unwrap(org.h2.jdbc.JdbcConnection.class);
        // the pool must not lend the dead session to the next
        real.unwrap(HikariDataSource.class).evictConnection(connection);
        session.close();
      }
      throw new SQLException("the database is gone", "08006");
    }
  }

  private void kill(Connection connection) throws SQLException {
    int backend;
    try (Statement ask = connection.createStatement();
        var answer = ask.executeQuery("select pg_backend_pid()")) {
      answer.next();
      backend = answer.getInt(1);
    }
    try (Connection other = real.getConnection();
        Statement end = other.createStatement()) {
      end.execute("select pg_terminate_backend(" + backend + ")");
    }
  }
}
