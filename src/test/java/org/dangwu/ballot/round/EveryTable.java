package org.dangwu.ballot.round;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads every row of every table as text, also what is stored in bytes. */
public final class EveryTable {

  private EveryTable() {}

  /** A row with the name of its table. */
  public record Line(String table, String text) {}

  public static List<Line> rows(JdbcTemplate jdbc) {
    List<Line> lines = new ArrayList<>();
    jdbc.queryForList(
            "select table_name from information_schema.tables"
                + " where lower(table_schema) = 'public' and table_type like '%TABLE%'",
            String.class)
        .forEach(
            table ->
                jdbc.queryForList("select * from \"" + table + "\"")
                    .forEach(
                        row ->
                            lines.add(
                                new Line(
                                    table.toLowerCase(Locale.ROOT),
                                    row.values().stream()
                                        .map(EveryTable::text)
                                        .collect(Collectors.joining("\u0000"))))));
    return lines;
  }

  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return new String(bytes, StandardCharsets.ISO_8859_1)
          + new String(bytes, StandardCharsets.UTF_8);
    }
    return String.valueOf(value);
  }
}
