package org.dangwu.organization.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A small sound roster to be changed by tests: row 2 is the first row of every sheet. */
public final class SampleRoster {

  private final List<List<String>> organizations = new ArrayList<>();
  private final List<List<String>> people = new ArrayList<>();
  private final List<List<String>> positions = new ArrayList<>();

  /** Committee C with department and commission, bureau B, branch Z; three people, four posts. */
  public static SampleRoster sound() {
    return new SampleRoster()
        .organization("C", "示例县委", "党委", "县级", "", "1", "")
        .organization("CZZB", "示例县委组织部", "组织部", "乡科级", "C", "1", "")
        .organization("CJW", "示例县纪委", "纪委", "县级", "C", "2", "")
        .organization("B", "示例局党组", "党组", "乡科级", "C", "3", "")
        .organization("Z", "示例局党支部", "党支部", "基层", "C", "4", "")
        .person("a1", "甲一", "正式党员", "Z")
        .person("a2", "乙二", "正式党员", "Z")
        .person("a3", "丙三", "正式党员", "Z")
        .position("a1", "B", "主要负责人")
        .position("a2", "B", "班子成员")
        .position("a3", "CZZB", "工作人员")
        .position("a3", "C", "名册管理员");
  }

  public static SampleRoster empty() {
    return new SampleRoster();
  }

  public SampleRoster organization(String... cells) {
    organizations.add(new ArrayList<>(Arrays.asList(cells)));
    return this;
  }

  public SampleRoster person(String id, String name, String status, String organization) {
    List<String> row = blank(17);
    row.set(0, id);
    row.set(1, name);
    row.set(3, status);
    row.set(4, organization);
    people.add(row);
    return this;
  }

  public SampleRoster position(String id, String organization, String role) {
    List<String> row = blank(9);
    row.set(0, id);
    row.set(2, organization);
    row.set(3, role);
    row.set(5, "1");
    row.set(6, "2024-01-01");
    positions.add(row);
    return this;
  }

  /** Sets a cell by the row's number in Excel and the column's header. */
  SampleRoster set(RosterSheet sheet, int row, String column, String value) {
    List<List<String>> rows =
        switch (sheet) {
          case ORGANIZATIONS -> organizations;
          case PEOPLE -> people;
          case POSITIONS -> positions;
        };
    for (int i = 0; i < sheet.columns().size(); i++) {
      if (sheet.columns().get(i).name().equals(column)) {
        rows.get(row - 2).set(i, value);
        return this;
      }
    }
    throw new IllegalArgumentException(column);
  }

  public byte[] workbook() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new RosterTemplate().write(out, organizations, people, positions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The workbook after somebody worked on it in Excel. */
  byte[] workbook(Consumer<XSSFWorkbook> edit) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
      edit.accept(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> blank(int size) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      row.add("");
    }
    return row;
  }
}
