package org.dangwu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was published and filed before the registers were shared is still there. */
class SharedRegistersMigrationTest {

  private final DataSource database = database();
  private final JdbcClient jdbc = JdbcClient.create(database);

  @Test
  void publicationsAndPersonnelEntriesMoveToTheSharedRegisters() {
    migrate("971");
    publication("notice", "NOTICE");
    publication("measures", "MEASURES");
    jdbc.sql(
            "insert into memberreview_item (item_id, case_id, organization, review_year, person_id,"
                + " person_name, sort_order, state, facts, matter, reason) values ('item', 'case',"
                + " 'YL0901', 2026, 'p1', '王某', 7, 'SETTLED', '', '', '')")
        .update();
    jdbc.sql(
            "insert into memberreview_personnel_file (entry_id, item_id, target, file_class, note,"
                + " entered_at, received_by) values ('entry', 'item', 'CADRE', '7', '表彰',"
                + " current_timestamp, 'archivist')")
        .update();
    migrate("991");
    assertThat(
            jdbc.sql(
                    "select p.kind || ' ' || p.document_type || ' ' || r.reader_key from publication"
                        + " p join publication_reader r on r.publication_id = p.id order by p.id")
                .query(String.class)
                .list())
        .containsExactly("公布 publicMeasures EVERYBODY:*", "通报 downwardNotice INSIDE:YL01");
    assertThat(
            jdbc.sql(
                    "select source || ' ' || case_id || ' ' || organization || ' ' || unit || ' '"
                        + " || person_name || ' ' || target || ' ' || file_class || ' ' ||"
                        + " received_by from personnel_file where receipt_needed = false")
                .query(String.class)
                .list())
        .containsExactly("item case YL0901 YL0901 王某 CADRE 7 archivist");
  }

  private void publication(String id, String kind) {
    jdbc.sql(
            "insert into lifemeeting_publication (id, case_id, organization, kind, document_id,"
                + " title, published_by, published_at) values (?, 'case', 'YL01', ?, ?, '标题', 'u',"
                + " current_timestamp)")
        .params(id, kind, id)
        .update();
  }

  private void migrate(String version) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  private static DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return database;
  }
}
