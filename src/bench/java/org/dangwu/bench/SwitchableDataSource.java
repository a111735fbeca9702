package org.dangwu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Lets one running engine work on one database after another. So the same JVM, with the same
 * compiled code and caches, is measured on copies of one database that differ in one respect only.
 */
final class SwitchableDataSource extends AbstractDataSource {

  /** Work that must not meet an open pool. */
  interface Preparation {
    DataSource run() throws Exception;
  }

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private DataSource target;

  SwitchableDataSource(DataSource target) {
    this.target = target;
  }

  void switchTo(DataSource next) {
    lock.writeLock().lock();
    try {
      target = next;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Holds every new connection back until the preparation has delivered the next target. */
  void switchAfter(Preparation preparation) throws Exception {
    lock.writeLock().lock();
    try {
      target = preparation.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  DataSource target() {
    lock.readLock().lock();
    try {
      return target;
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return target().getConnection();
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return target().getConnection(username, password);
  }
}
