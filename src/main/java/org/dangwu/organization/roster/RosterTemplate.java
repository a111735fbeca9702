package org.dangwu.organization.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dangwu.organization.roster.RosterSheet.Column;
import org.springframework.stereotype.Component;

/** Writes roster workbooks: the empty template for download, or one filled with rows. */
@Component
public class RosterTemplate {

  static final String GUIDE = "填写说明";
  private static final int LAST_ROW = 50_000;

  private static final List<String> GUIDE_LINES =
      List.of(
          "一、工作簿有“组织”“人员”“任职”三张表，表名和第一行表头不要改动。带 * 的列必填。",
          "二、已在名册中的组织（按组织编码）、人员（按人员编号）、任职（按人员编号、组织编码、角色）按本次填写的内容更新，其余的新增。",
          "三、没有列出的组织、人员、任职保持不变，不会被删除。离开名册须在“变动”列写明：组织撤销、人员转出（去世、出党）、任职离任。",
          "四、人员在单位之间调动，修改“人员”表的“所在组织编码”，并在“任职”表中将原任职标为“离任”，另起一行填写新任职。",
          "五、人员转出时，其全部任职同时结束，登录账号同时停用，原有材料保留。",
          "六、可以为空的列留空，即清除原有内容，恢复为该列说明中的默认值。",
          "七、日期写作 2026-01-31，或者使用 Excel 的日期格式。不要使用公式，不要合并单元格。",
          "八、班子的主要负责人、副职、班子成员填“主要负责人”“副职”“班子成员”；党支部、党总支填“书记”“委员”；"
              + "组织部门和纪检机关承办上报材料的人员填“工作人员”，部门负责人填“部门负责人”。",
          "九、“名册管理员”须在最高一级组织任职，负责导入名册和发放初始密码。",
          "十、上传后先作检查，列出全部错误；没有错误才能确认导入。导入要么全部成功，要么不作任何改动。");

  /** Writes the empty template. */
  public void write(OutputStream out) throws IOException {
    write(out, Map.of());
  }

  /** Writes a filled workbook; the values stand in the order of the template's columns. */
  public void write(
      OutputStream out,
      List<List<String>> organizations,
      List<List<String>> people,
      List<List<String>> positions)
      throws IOException {
    write(
        out,
        Map.of(
            RosterSheet.ORGANIZATIONS,
            organizations,
            RosterSheet.PEOPLE,
            people,
            RosterSheet.POSITIONS,
            positions));
  }

  /** Writes a workbook with these rows; the values stand in the order of the sheet's columns. */
  void write(OutputStream out, Map<RosterSheet, List<List<String>>> rows) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(200)) {
      Styles styles = new Styles(workbook);
      for (RosterSheet sheet : RosterSheet.values()) {
        writeSheet(workbook, styles, sheet, rows.getOrDefault(sheet, List.of()));
      }
      writeGuide(workbook, styles);
      workbook.write(out);
    }
  }

  private static void writeSheet(
      Workbook workbook, Styles styles, RosterSheet layout, List<List<String>> rows) {
    Sheet sheet = workbook.createSheet(layout.title());
    Row header = sheet.createRow(0);
    header.setHeightInPoints(22);
    CreationHelper helper = workbook.getCreationHelper();
    Drawing<?> drawing = sheet.createDrawingPatriarch();
    int index = 0;
    for (Column column : layout.columns()) {
      sheet.setColumnWidth(index, column.width() * 256);
      // Text format keeps leading zeros of codes and phone numbers.
      sheet.setDefaultColumnStyle(index, styles.text);
      Cell cell = header.createCell(index);
      cell.setCellValue(column.required() ? column.name() + "*" : column.name());
      cell.setCellStyle(column.required() ? styles.required : styles.header);
      addComment(helper, drawing, index, column);
      if (!column.options().isEmpty()) {
        restrict(sheet, index, column);
      }
      index++;
    }
    sheet.createFreezePane(2, 1);
    int number = 1;
    for (List<String> values : rows) {
      Row row = sheet.createRow(number++);
      for (int i = 0; i < values.size(); i++) {
        String value = values.get(i);
        if (value != null && !value.isEmpty()) {
          Cell cell = row.createCell(i);
          cell.setCellValue(value);
          cell.setCellStyle(styles.text);
        }
      }
    }
  }

  /** A streamed workbook takes the place of a comment from the comment, not from the cell. */
  private static void addComment(
      CreationHelper helper, Drawing<?> drawing, int index, Column column) {
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setCol1(index);
    anchor.setCol2(index + 3);
    anchor.setRow1(1);
    anchor.setRow2(6);
    Comment comment = drawing.createCellComment(anchor);
    comment.setString(
        helper.createRichTextString((column.required() ? "必填。" : "") + column.help()));
    comment.setVisible(false);
    comment.setAddress(0, index);
  }

  private static void restrict(Sheet sheet, int index, Column column) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(
            helper.createExplicitListConstraint(column.options().toArray(String[]::new)),
            new CellRangeAddressList(1, LAST_ROW, index, index));
    validation.setShowErrorBox(true);
    validation.createErrorBox("填写有误", "请从下拉列表中选择。");
    validation.setSuppressDropDownArrow(true);
    sheet.addValidationData(validation);
  }

  private static void writeGuide(Workbook workbook, Styles styles) {
    Sheet sheet = workbook.createSheet(GUIDE);
    sheet.setColumnWidth(0, 110 * 256);
    int number = 0;
    Row title = sheet.createRow(number++);
    title.createCell(0).setCellValue("组织名册填写说明");
    title.getCell(0).setCellStyle(styles.header);
    for (String line : GUIDE_LINES) {
      Cell cell = sheet.createRow(number++).createCell(0);
      cell.setCellValue(line);
      cell.setCellStyle(styles.wrapped);
    }
    for (RosterSheet layout : RosterSheet.values()) {
      number++;
      Cell heading = sheet.createRow(number++).createCell(0);
      heading.setCellValue("“" + layout.title() + "”表各列");
      heading.setCellStyle(styles.header);
      for (Column column : layout.columns()) {
        Cell cell = sheet.createRow(number++).createCell(0);
        String options =
            column.options().isEmpty() ? "" : "可填：" + String.join("、", column.options()) + "。";
        cell.setCellValue(
            column.name() + (column.required() ? "（必填）：" : "：") + column.help() + options);
        cell.setCellStyle(styles.wrapped);
      }
    }
  }

  private static final class Styles {

    private final CellStyle text;
    private final CellStyle header;
    private final CellStyle required;
    private final CellStyle wrapped;

    Styles(Workbook workbook) {
      text = workbook.createCellStyle();
      text.setDataFormat(workbook.createDataFormat().getFormat("@"));
      Font bold = workbook.createFont();
      bold.setBold(true);
      header = headerStyle(workbook, bold, IndexedColors.GREY_25_PERCENT);
      required = headerStyle(workbook, bold, IndexedColors.LIGHT_YELLOW);
      wrapped = workbook.createCellStyle();
      wrapped.setWrapText(true);
    }

    private static CellStyle headerStyle(Workbook workbook, Font font, IndexedColors colour) {
      CellStyle style = workbook.createCellStyle();
      style.setFont(font);
      style.setFillForegroundColor(colour.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      style.setBorderBottom(BorderStyle.THIN);
      return style;
    }
  }
}
