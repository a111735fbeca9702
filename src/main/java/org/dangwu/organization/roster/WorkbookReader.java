package org.dangwu.organization.roster;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the sheets of a workbook row by row without holding them in memory. */
final class WorkbookReader {

  /** Receives the filled rows of the workbook. */
  interface Receiver {

    /** Days of date cells count from 1904, as old Macs did, not from 1899. */
    void daysCountFrom1904();

    /** True when the rows of this sheet are wanted. */
    boolean sheet(String title);

    void row(int number, Map<Integer, Cell> cells) throws WorkbookRefused;
  }

  private final int maxRows;

  WorkbookReader(int maxRows) {
    this.maxRows = maxRows;
  }

  void read(Path file, Receiver receiver) throws IOException, WorkbookRefused {
    try (OPCPackage container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(container);
      if (countsFrom1904(reader)) {
        receiver.daysCountFrom1904();
      }
      SharedStrings strings = new ReadOnlySharedStringsTable(container, false);
      XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
      Set<String> seen = new HashSet<>();
      while (sheets.hasNext()) {
        try (InputStream in = sheets.next()) {
          String title = sheets.getSheetName().strip();
          if (seen.add(title) && receiver.sheet(title)) {
            parse(in, new SheetHandler(strings, receiver, maxRows));
          }
        }
      }
    } catch (Stopped e) {
      throw e.reason;
    } catch (OpenXML4JException
        | OpenXML4JRuntimeException
        | POIXMLException
        | SAXException
        | ParserConfigurationException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | ClassCastException e) {
      throw new WorkbookRefused("file-damaged");
    }
  }

  private static boolean countsFrom1904(XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    boolean[] found = new boolean[1];
    try (InputStream in = reader.getWorkbookData()) {
      parse(
          in,
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String local, String name, Attributes attributes) {
              if ("workbookPr".equals(local)) {
                String value = attributes.getValue("date1904");
                found[0] = "1".equals(value) || "true".equals(value);
              }
            }
          });
    }
    return found[0];
  }

  private static void parse(InputStream in, DefaultHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    XMLReader parser = XMLHelper.newXMLReader();
    parser.setContentHandler(handler);
    parser.parse(new InputSource(in));
  }

  /** Carries a refusal through the parser. */
  private static final class Stopped extends SAXException {

    private static final long serialVersionUID = 1L;

    private final transient WorkbookRefused reason;

    Stopped(WorkbookRefused reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private static final class SheetHandler extends DefaultHandler {

    private static final int LONGEST_TEXT = 4_000;

    private final SharedStrings strings;
    private final Receiver receiver;
    private final int maxRows;
    private final Map<Integer, Cell> cells = new TreeMap<>();
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder inline = new StringBuilder();
    private int row;
    private int column;
    private int filledRows;
    private String type;
    private boolean formula;
    private StringBuilder collecting;
    private boolean phonetic;

    SheetHandler(SharedStrings strings, Receiver receiver, int maxRows) {
      this.strings = strings;
      this.receiver = receiver;
      this.maxRows = maxRows;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      switch (local) {
        case "row" -> {
          String number = attributes.getValue("r");
          row = number == null ? row + 1 : Integer.parseInt(number);
          column = -1;
          cells.clear();
        }
        case "c" -> {
          String reference = attributes.getValue("r");
          column = reference == null ? column + 1 : new CellReference(reference).getCol();
          type = attributes.getValue("t");
          formula = false;
          value.setLength(0);
          inline.setLength(0);
        }
        case "f" -> formula = true;
        case "v" -> collecting = value;
        case "t" -> collecting = phonetic ? null : inline;
        case "rPh" -> phonetic = true;
        default -> {
          // other elements carry no values
        }
      }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      if (collecting != null && collecting.length() < LONGEST_TEXT) {
        collecting.append(characters, start, Math.min(length, LONGEST_TEXT - collecting.length()));
      }
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
      switch (local) {
        case "v", "t" -> collecting = null;
        case "rPh" -> phonetic = false;
        case "c" -> endCell();
        case "row" -> endRow();
        default -> {
          // other elements carry no values
        }
      }
    }

    private void endCell() {
      if (formula) {
        cells.put(column, new Cell(Cell.Kind.FORMULA, ""));
        return;
      }
      String raw = ("inlineStr".equals(type) ? inline : value).toString();
      if (raw.isBlank()) {
        return;
      }
      Cell cell =
          switch (type == null ? "n" : type) {
            case "s" -> text(strings.getItemAt(Integer.parseInt(raw.strip())).getString());
            // Excel writes control characters as _x000D_; the rich text class decodes them.
            case "inlineStr", "str" -> text(new XSSFRichTextString(raw).getString());
            case "b" -> text("1".equals(raw.strip()) ? "TRUE" : "FALSE");
            case "e" -> new Cell(Cell.Kind.BROKEN, raw);
            case "d" -> text(raw.length() > 10 ? raw.substring(0, 10) : raw);
            default -> number(raw.strip());
          };
      if (!cell.text().isEmpty()) {
        cells.put(column, cell);
      }
    }

    private void endRow() throws SAXException {
      if (cells.isEmpty()) {
        return;
      }
      filledRows++;
      try {
        if (filledRows > maxRows + 1) {
          throw new WorkbookRefused("too-many-rows", maxRows);
        }
        receiver.row(row, new TreeMap<>(cells));
      } catch (WorkbookRefused e) {
        throw new Stopped(e);
      }
    }

    private static Cell number(String raw) {
      try {
        return new Cell(Cell.Kind.NUMBER, new BigDecimal(raw).stripTrailingZeros().toPlainString());
      } catch (NumberFormatException e) {
        return new Cell(Cell.Kind.BROKEN, raw);
      }
    }

    /** Without the blanks that people type by accident, ideographic and non-breaking ones too. */
    private static Cell text(String value) {
      String clean = value.replace('\u00a0', ' ').replace('\u3000', ' ').strip();
      return new Cell(
          Cell.Kind.TEXT, clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean);
    }
  }
}
