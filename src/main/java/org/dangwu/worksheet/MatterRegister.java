package org.dangwu.worksheet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the registers of matters do alike. Their tables have the columns {@code id}, {@code
 * case_id}, {@code person_id}, {@code open_key}, {@code state}, {@code process_instance_id}, {@code
 * opened_at} and {@code informed_on}; at most one matter of a person is open in a run.
 *
 * @param <T> the matter
 */
public abstract class MatterRegister<T> {

  protected final JdbcClient jdbc;
  protected final Clock clock;
  private final String table;
  private final String select;
  private final RowMapper<T> row;

  protected MatterRegister(
      JdbcClient jdbc, Clock clock, String table, String columns, RowMapper<T> row) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.table = table;
    this.select = "select " + columns + " from " + table + " ";
    this.row = row;
  }

  public Optional<T> find(String id) {
    return jdbc.sql(select + "where id = ?").param(id).query(row).optional();
  }

  /** Those of a run, oldest first. */
  public List<T> ofCase(String caseId) {
    return jdbc.sql(select + "where case_id = ? order by opened_at, id")
        .param(caseId)
        .query(row)
        .list();
  }

  /** All, newest first, for pages that filter by what a person may see. */
  public List<T> all() {
    return jdbc.sql(select + "order by opened_at desc, id").query(row).list();
  }

  /**
   * @throws IllegalStateException when there is no such matter
   */
  public T get(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalStateException(table + " 中没有事项 " + id + "，请检查流程变量。"));
  }

  public void begin(String id, String processInstanceId) {
    jdbc.sql("update " + table + " set process_instance_id = ? where id = ?")
        .params(processInstanceId, id)
        .update();
  }

  public Optional<String> processInstance(String id) {
    return jdbc.sql(
            "select process_instance_id from "
                + table
                + " where id = ? and process_instance_id is not null")
        .param(id)
        .query(String.class)
        .optional();
  }

  /** The person was told; the first day stands. */
  public void inform(String id) {
    jdbc.sql("update " + table + " set informed_on = ? where id = ? and informed_on is null")
        .params(LocalDate.now(clock), id)
        .update();
  }

  /** The process ended otherwise. */
  public void terminate(String id) {
    jdbc.sql(
            "update "
                + table
                + " set state = 'TERMINATED', open_key = id where id = ? and state = 'OPEN'")
        .param(id)
        .update();
  }

  protected static String openKey(String caseId, String personId) {
    return caseId + "/" + personId;
  }

  /** The matter of the person that is still open in the run. */
  protected Optional<String> openOne(String caseId, String personId) {
    return jdbc.sql("select id from " + table + " where open_key = ?")
        .param(openKey(caseId, personId))
        .query(String.class)
        .optional();
  }
}
