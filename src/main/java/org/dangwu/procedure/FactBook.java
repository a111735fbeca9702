package org.dangwu.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class FactBook implements Facts {

  private static final Comparator<Fact> BY_DAY =
      Comparator.comparing(Fact::day).thenComparing(Fact::type);

  private final JdbcClient jdbc;
  private final List<FactSource> sources;
  private final Clock clock;

  FactBook(JdbcClient jdbc, List<FactSource> sources, Clock clock) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public List<Fact> of(String organization, int year) {
    List<Fact> recorded =
        jdbc.sql("select * from procedure_fact where organization = ? and fact_year = ?")
            .params(organization, year)
            .query(FactBook::map)
            .list();
    return Stream.concat(
            recorded.stream(),
            sources.stream().flatMap(source -> source.factsOf(organization, year).stream()))
        .sorted(BY_DAY)
        .toList();
  }

  @Override
  public List<Fact> ofCase(String caseId) {
    return jdbc
        .sql("select * from procedure_fact where case_id = ?")
        .param(caseId)
        .query(FactBook::map)
        .list()
        .stream()
        .sorted(BY_DAY)
        .toList();
  }

  @Override
  @Transactional
  public void record(Fact fact) {
    jdbc.sql("delete from procedure_fact where case_id = ? and fact = ? and occurrence = ?")
        .params(fact.caseId(), fact.type().name(), fact.occurrence())
        .update();
    jdbc.sql(
            "insert into procedure_fact (case_id, fact, occurrence, organization, fact_year,"
                + " fact_day, figure, figure_of, kept, recorded_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(fact.caseId())
        .param(fact.type().name())
        .param(fact.occurrence())
        .param(fact.organization())
        .param(fact.year())
        .param(fact.day())
        .param(fact.figure())
        .param(fact.of())
        .param(fact.kept())
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private static Fact map(ResultSet row, int number) throws SQLException {
    return new Fact(
        row.getString("case_id"),
        row.getString("organization"),
        row.getInt("fact_year"),
        Fact.Type.valueOf(row.getString("fact")),
        row.getString("occurrence"),
        row.getObject("fact_day", LocalDate.class),
        row.getObject("figure", Integer.class),
        row.getObject("figure_of", Integer.class),
        row.getObject("kept", Boolean.class));
  }
}
