package org.dangwu.worksheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What was filled in, by the names of the fields; several choices are joined by commas, columns of
 * rows are named {@code rows.0.column}.
 */
public record Answers(Map<String, String> values) {

  public Answers {
    values = Map.copyOf(values);
  }

  /** Never null; empty when nothing was filled in. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean is(String name, String value) {
    return text(name).equals(value);
  }

  /** A day; only for fields that were checked. */
  public LocalDate date(String name) {
    return LocalDate.parse(text(name));
  }

  /** A number; only for fields that were checked. An empty optional one is 0. */
  public int number(String name) {
    return text(name).isEmpty() ? 0 : Integer.parseInt(text(name));
  }

  public List<String> list(String name) {
    return text(name).isEmpty() ? List.of() : List.of(text(name).split(","));
  }

  /** Rows in which something was filled in, in their order. */
  public List<Map<String, String>> rows(String name) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int index : indices(name)) {
      String prefix = name + "." + index + ".";
      Map<String, String> row = new LinkedHashMap<>();
      values.forEach(
          (key, value) -> {
            if (key.startsWith(prefix)) {
              row.put(key.substring(prefix.length()), value);
            }
          });
      if (row.values().stream().anyMatch(value -> !value.isEmpty())) {
        rows.add(row);
      }
    }
    return rows;
  }

  private TreeSet<Integer> indices(String name) {
    TreeSet<Integer> found = new TreeSet<>();
    for (String key : values.keySet()) {
      if (key.startsWith(name + ".")) {
        String index = key.substring(name.length() + 1).split("\\.", 2)[0];
        if (index.matches("\\d{1,4}")) {
          found.add(Integer.parseInt(index));
        }
      }
    }
    return found;
  }
}
