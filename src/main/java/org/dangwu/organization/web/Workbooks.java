package org.dangwu.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.http.ContentDisposition;

/** Plain tables for download. */
final class Workbooks {

  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Workbooks() {}

  static void headers(HttpServletResponse response, String fileName) {
    response.setContentType(TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(fileName, StandardCharsets.UTF_8)
            .build()
            .toString());
  }

  /** Values are written as text, never as formulas. */
  static void write(OutputStream out, String title, List<String> header, List<List<String>> rows)
      throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(200)) {
      Sheet sheet = workbook.createSheet(title);
      Font bold = workbook.createFont();
      bold.setBold(true);
      CellStyle heading = workbook.createCellStyle();
      heading.setFont(bold);
      Row first = sheet.createRow(0);
      for (int i = 0; i < header.size(); i++) {
        Cell cell = first.createCell(i);
        cell.setCellValue(header.get(i));
        cell.setCellStyle(heading);
        sheet.setColumnWidth(i, (i == header.size() - 1 ? 80 : 18) * 256);
      }
      sheet.createFreezePane(0, 1);
      int number = 1;
      for (List<String> values : rows) {
        Row row = sheet.createRow(number++);
        for (int i = 0; i < values.size(); i++) {
          row.createCell(i).setCellValue(values.get(i));
        }
      }
      workbook.write(out);
    }
  }
}
