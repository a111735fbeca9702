package org.dangwu.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run that stands in the register without its main process, for tests of what it calls. */
public final class RunRegister {

  private RunRegister() {}

  public static void add(
      JdbcClient jdbc,
      Clock clock,
      String caseId,
      String organization,
      String organizationName,
      String startedBy) {
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_by, started_at, state)"
                + " values (?, 'MEMBER_REVIEW', ?, ?, 2026, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(
            caseId,
            organization,
            organizationName,
            caseId,
            caseId,
            caseId,
            startedBy,
            OffsetDateTime.now(clock))
        .update();
  }

  /** No table of the engine holds the word, whatever the column. */
  public static void assertNowhereInTheEngine(JdbcClient jdbc, String word) {
    List<String> found = new ArrayList<>();
    jdbc.sql(
            "select table_name, column_name from information_schema.columns"
                + " where lower(table_name) like 'act\\_%' escape '\\'"
                + " and lower(data_type) in"
                + " ('character varying', 'varchar', 'text', 'character large object')")
        .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
        .list()
        .forEach(
            column -> {
              long hits =
                  jdbc.sql(
                          "select count(*) from "
                              + column[0]
                              + " where cast("
                              + column[1]
                              + " as varchar(4000)) like ?")
                      .param("%" + word + "%")
                      .query(Long.class)
                      .single();
              if (hits > 0) {
                found.add(column[0] + "." + column[1]);
              }
            });
    assertThat(found).isEmpty();
  }
}
