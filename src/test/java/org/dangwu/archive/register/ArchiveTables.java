package org.dangwu.archive.register;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of the archive alone, in memory, with transactions. */
public final class ArchiveTables {

  private final Register register;
  private final PieceNumbers numbers;
  private final TransactionTemplate transactions;

  public ArchiveTables() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    DataSource source = h2;
    new ResourceDatabasePopulator(new ClassPathResource("db/migration/V501__archive.sql"))
        .execute(source);
    JdbcClient jdbc = JdbcClient.create(source);
    DataSourceTransactionManager manager = new DataSourceTransactionManager(source);
    register = new Register(jdbc);
    numbers = new PieceNumbers(jdbc, manager);
    transactions = new TransactionTemplate(manager);
  }

  public Register register() {
    return register;
  }

  public PieceNumbers numbers() {
    return numbers;
  }

  public TransactionTemplate transactions() {
    return transactions;
  }
}
