package org.dangwu.archive.register;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives out piece numbers without gaps: the counter moves in the transaction that writes the
 * register, so a rolled-back filing gives its numbers back, and its row stays locked until then.
 */
@Repository
public class PieceNumbers {

  private static final String OF_SERIES =
      " where fonds = ? and archive_year = ? and retention = ? and department = ?";

  private final JdbcClient jdbc;
  private final TransactionTemplate apart;

  PieceNumbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Takes so many numbers; returns the first of them. */
  public int take(PieceSeries series, int count) {
    if (!advance(series, count)) {
      open(series);
      if (!advance(series, count)) {
        throw new IllegalStateException("the counter of a series cannot be advanced");
      }
    }
    int last =
        with(jdbc.sql("select last_number from archive_counter" + OF_SERIES), series)
            .query(Integer.class)
            .single();
    return last - count + 1;
  }

  private boolean advance(PieceSeries series, int count) {
    return with(
                jdbc.sql("update archive_counter set last_number = last_number + ?" + OF_SERIES)
                    .param(count),
                series)
            .update()
        == 1;
  }

  /** In a transaction of its own: on PostgreSQL a refused insert would spoil the running one. */
  private void open(PieceSeries series) {
    try {
      apart.executeWithoutResult(
          status ->
              with(
                      jdbc.sql(
                          "insert into archive_counter"
                              + " (fonds, archive_year, retention, department, last_number)"
                              + " values (?, ?, ?, ?, 0)"),
                      series)
                  .update());
    } catch (DuplicateKeyException e) {
      // Somebody else opened the series at the same moment, which is as good.
      return;
    }
  }

  private static JdbcClient.StatementSpec with(
      JdbcClient.StatementSpec statement, PieceSeries series) {
    return statement
        .param(series.fonds())
        .param(series.year())
        .param(series.retention())
        .param(series.department());
  }
}
