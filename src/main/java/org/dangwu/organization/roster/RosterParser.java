package org.dangwu.organization.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.dangwu.organization.Circumstance;
import org.dangwu.organization.MembershipStatus;
import org.dangwu.organization.Mobility;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.OrganizationLevel;
import org.dangwu.organization.Relation;
import org.dangwu.organization.Role;
import org.dangwu.organization.Sanction;
import org.dangwu.organization.UnitType;
import org.dangwu.organization.roster.RosterRows.PersonRow;
import org.dangwu.organization.roster.RosterRows.PositionRow;
import org.dangwu.organization.roster.RosterRows.UnitRow;
import org.dangwu.organization.roster.RosterSheet.Column;

/** Turns the cells of the three sheets into rows and says what is wrong with each cell. */
final class RosterParser implements WorkbookReader.Receiver {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,32}");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,120}\\.[A-Za-z]{2,24}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,19}");
  private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final LocalDate EARLIEST = LocalDate.of(1921, 7, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
  private static final int MOST_ORDER = 9_999;
  private static final int DEFAULT_ORDER = 999;

  private final Findings findings;
  private final RosterRows rows = new RosterRows();
  private final Map<RosterSheet, Map<Integer, Column>> headers = new EnumMap<>(RosterSheet.class);
  private final Set<RosterSheet> seen = EnumSet.noneOf(RosterSheet.class);
  private RosterSheet sheet;
  private Map<String, Cell> current = Map.of();
  private int rowNumber;
  private final Set<String> refused = new HashSet<>();
  private boolean rowIsSound;
  private final Map<String, Integer> firstUnit = new HashMap<>();
  private final Map<String, Integer> firstPerson = new HashMap<>();
  private LocalDate dayZero = LocalDate.of(1899, 12, 30);

  RosterParser(Findings findings) {
    this.findings = findings;
  }

  RosterRows rows() {
    return rows;
  }

  @Override
  public void daysCountFrom1904() {
    dayZero = LocalDate.of(1904, 1, 1);
  }

  @Override
  public boolean sheet(String title) {
    for (RosterSheet known : RosterSheet.values()) {
      if (known.title().equals(title)) {
        sheet = known;
        seen.add(known);
        return true;
      }
    }
    if (!RosterTemplate.GUIDE.equals(title)) {
      findings.note(null, null, null, "other-sheet", title);
    }
    return false;
  }

  @Override
  public void row(int number, Map<Integer, Cell> cells) {
    if (!headers.containsKey(sheet)) {
      headers.put(sheet, header(number, cells));
      return;
    }
    Map<Integer, Column> header = headers.get(sheet);
    if (!holdsAll(sheet, header)) {
      return;
    }
    rowNumber = number;
    rowIsSound = true;
    refused.clear();
    current = new HashMap<>();
    cells.forEach(
        (index, cell) -> {
          Column column = header.get(index);
          if (column == null) {
            error(CellReference.convertNumToColString(index), "cell-without-header");
          } else if (cell.kind() == Cell.Kind.FORMULA) {
            error(column.name(), "formula");
          } else if (cell.kind() == Cell.Kind.BROKEN) {
            error(column.name(), "broken-cell");
          } else if (cell.text().chars().anyMatch(Character::isISOControl)) {
            error(column.name(), "control-characters");
          } else {
            current.put(column.name(), cell);
          }
        });
    switch (sheet) {
      case ORGANIZATIONS -> unit();
      case PEOPLE -> person();
      case POSITIONS -> position();
    }
  }

  /** False when a sheet or column is missing, so that a check of contents would mislead. */
  boolean isComplete() {
    return headers.size() == RosterSheet.values().length
        && headers.entrySet().stream()
            .allMatch(entry -> holdsAll(entry.getKey(), entry.getValue()));
  }

  private static boolean holdsAll(RosterSheet sheet, Map<Integer, Column> header) {
    return sheet.columns().stream()
        .allMatch(column -> column.later() || header.containsValue(column));
  }

  /** To be called after the last row. */
  void finish() {
    for (RosterSheet wanted : RosterSheet.values()) {
      if (!seen.contains(wanted)) {
        findings.error(wanted, null, null, "sheet-missing", wanted.title());
      } else if (!headers.containsKey(wanted)) {
        findings.error(wanted, null, null, "sheet-without-header", wanted.title());
      }
    }
    if (!findings.hasErrors() && rows.size() == 0) {
      findings.error(null, null, null, "no-rows");
    }
  }

  private Map<Integer, Column> header(int number, Map<Integer, Cell> cells) {
    Map<Integer, Column> found = new HashMap<>();
    if (number != 1) {
      findings.error(sheet, number, null, "header-not-first");
    }
    cells.forEach(
        (index, cell) -> {
          String name = cell.text().replace("*", "").replace("＊", "").strip();
          Optional<Column> column =
              sheet.columns().stream().filter(known -> known.name().equals(name)).findFirst();
          if (column.isEmpty()) {
            findings.error(
                sheet,
                number,
                CellReference.convertNumToColString(index),
                "column-unknown",
                shortened(name));
          } else if (found.containsValue(column.get())) {
            findings.error(sheet, number, name, "column-twice", name);
          } else {
            found.put(index, column.get());
          }
        });
    sheet.columns().stream()
        .filter(column -> !column.later() && !found.containsValue(column))
        .forEach(
            column ->
                findings.error(sheet, number, column.name(), "column-missing", column.name()));
    return found;
  }

  private void unit() {
    String code = code("组织编码");
    String name = text("组织名称", 100);
    OrganizationKind kind = option("组织类别", OrganizationKind::ofLabel, null);
    OrganizationLevel level = option("层级", OrganizationLevel::ofLabel, null);
    String superior = code("上级组织编码");
    int order = order();
    boolean dissolved = option("变动", Optional::of, "").equals("撤销");
    UnitType unitType =
        option("单位类别", UnitType::ofLabel, hasColumn("单位类别") ? UnitType.OTHER : null);
    checkSingle(firstUnit, "组织编码", code, "organization-twice");
    if (rowIsSound) {
      rows.units.add(
          new UnitRow(rowNumber, code, name, kind, level, superior, order, dissolved, unitType));
    } else if (code != null && firstUnit.get(code.toLowerCase(Locale.ROOT)) == rowNumber) {
      rows.brokenUnits.add(code);
    }
  }

  private void person() {
    String id = code("人员编号");
    String name = text("姓名", 30);
    String gender = option("性别", Optional::of, null);
    MembershipStatus status = option("党员身份", MembershipStatus::ofLabel, null);
    String organization = code("所在组织编码");
    Relation relation = option("组织关系状态", Relation::ofLabel, Relation.HELD);
    LocalDate joinedOn = date("入党日期");
    String votingText = option("表决权", Optional::of, "");
    Boolean voting = votingText.isEmpty() ? null : Boolean.valueOf(votingText.equals("有"));
    Mobility mobility = option("流动情况", Mobility::ofLabel, Mobility.NONE);
    Sanction sanction = option("党纪处分", Sanction::ofLabel, Sanction.NONE);
    LocalDate sanctionUntil = date("处分期满日期");
    Circumstance circumstance = option("特殊情况", Circumstance::ofLabel, Circumstance.NONE);
    boolean investigated = option("立案审查", Optional::of, "否").equals("是");
    String email = matching("电子邮箱", EMAIL, "email-wrong");
    String phone = matching("手机号", PHONE, "phone-wrong");
    String leaving = option("变动", Optional::of, null);
    LocalDate leavingOn = date("变动日期");
    checkSingle(firstPerson, "人员编号", id, "person-twice");
    if (leaving == null && leavingOn != null) {
      error("变动", "leaving-date-alone");
    }
    if (rowIsSound) {
      rows.people.add(
          new PersonRow(
              rowNumber,
              id,
              name,
              gender,
              status,
              organization,
              relation,
              joinedOn,
              voting,
              mobility,
              sanction,
              sanctionUntil,
              circumstance,
              investigated,
              email,
              phone,
              leaving,
              leavingOn));
    } else if (id != null && firstPerson.get(id.toLowerCase(Locale.ROOT)) == rowNumber) {
      rows.brokenPeople.add(id);
    }
  }

  private void position() {
    String id = code("人员编号");
    String name = text("姓名", 30);
    String organization = code("组织编码");
    Role role = option("角色", Role::ofLabel, null);
    String title = text("职务", 100);
    int order = order();
    LocalDate from = date("任期开始");
    LocalDate to = date("任期结束");
    boolean ended = option("变动", Optional::of, "").equals("离任");
    if (from != null && to != null && to.isBefore(from)) {
      error("任期结束", "term-ends-before-start");
    }
    if (rowIsSound) {
      rows.positions.add(
          new PositionRow(
              rowNumber,
              id,
              name,
              organization,
              role,
              title == null ? "" : title,
              order,
              from,
              to,
              ended));
    }
  }

  private void checkSingle(Map<String, Integer> firstRows, String column, String id, String key) {
    Integer earlier =
        id == null ? null : firstRows.putIfAbsent(id.toLowerCase(Locale.ROOT), rowNumber);
    if (earlier != null) {
      error(column, key, id, earlier);
    }
  }

  private boolean hasColumn(String name) {
    return headers.get(sheet).containsValue(column(name));
  }

  private String value(String name) {
    Cell cell = current.get(name);
    if (cell != null) {
      return cell.text();
    }
    // A cell that was refused above must not be called missing as well.
    if (column(name).required() && !refused.contains(name)) {
      error(name, "value-missing", name);
    }
    return null;
  }

  private String text(String name, int longest) {
    String value = value(name);
    if (value != null && value.length() > longest) {
      error(name, "text-too-long", longest, value.length());
      return null;
    }
    return value;
  }

  private String code(String name) {
    return matching(name, CODE, "code-wrong");
  }

  private String matching(String name, Pattern pattern, String key) {
    String value = value(name);
    if (value != null && !pattern.matcher(value).matches()) {
      error(name, key, shortened(value));
      return null;
    }
    return value;
  }

  private <T> T option(String name, Function<String, Optional<T>> read, T otherwise) {
    String value = value(name);
    if (value == null) {
      return otherwise;
    }
    Optional<T> found =
        column(name).options().contains(value) ? read.apply(value) : Optional.empty();
    if (found.isEmpty()) {
      error(name, "option-unknown", shortened(value), String.join("、", column(name).options()));
    }
    return found.orElse(otherwise);
  }

  private int order() {
    String value = value("排序");
    if (value == null) {
      return DEFAULT_ORDER;
    }
    if (!value.matches("\\d{1,4}") || Integer.parseInt(value) > MOST_ORDER) {
      error("排序", "order-wrong", shortened(value));
      return DEFAULT_ORDER;
    }
    return Integer.parseInt(value);
  }

  private LocalDate date(String name) {
    String value = value(name);
    if (value == null) {
      return null;
    }
    LocalDate date =
        current.get(name).kind() == Cell.Kind.NUMBER && value.length() < 8
            ? serial(value)
            : written(value);
    if (date == null || date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
      error(name, "date-wrong", shortened(value));
      return null;
    }
    return date;
  }

  private LocalDate serial(String value) {
    BigDecimal days = new BigDecimal(value);
    return days.scale() > 0 || days.signum() < 0 ? null : dayZero.plusDays(days.intValue());
  }

  private static LocalDate written(String value) {
    Matcher parts = DATE.matcher(value);
    if (!parts.matches()) {
      parts = COMPACT_DATE.matcher(value);
    }
    if (!parts.matches()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(parts.group(1)),
          Integer.parseInt(parts.group(2)),
          Integer.parseInt(parts.group(3)));
    } catch (java.time.DateTimeException e) {
      return null;
    }
  }

  private Column column(String name) {
    return sheet.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  private void error(String column, String key, Object... arguments) {
    rowIsSound = false;
    refused.add(column);
    findings.error(sheet, rowNumber, column, key, arguments);
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\s+", " ");
    return line.length() > 40 ? line.substring(0, 40).toLowerCase(Locale.ROOT) + "…" : line;
  }
}
