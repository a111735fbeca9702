package org.dangwu.dossier.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped templates have the form that offices use: title, addressee, body, signature, date.
 */
class OfficialFormTest {

  private static final Path SHIPPED = Path.of("templates");
  private static final double TITLE_SIZE = 22;
  private static final double BODY_SIZE = 16;
  private static final long A4_SHORT_SIDE = 11906;

  /** Documents that go to somebody; the others are records, which name nobody. */
  private static final Set<String> LETTERS =
      Set.of(
          "plan.docx",
          "notice.docx",
          "report.docx",
          "approval-reply.docx",
          "observer-report.docx",
          "downward-notice.docx",
          "public-measures.docx",
          "year-notice.docx");

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      return files.filter(f -> f.toString().endsWith(".docx")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theTitleStandsInTheMiddleInTheSizeOfTitles(Path file) throws IOException {
    assertThat(paragraphs(file))
        .anySatisfy(
            paragraph -> {
              assertThat(paragraph.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
              assertThat(size(paragraph)).isEqualTo(TITLE_SIZE);
              assertThat(paragraph.getText()).isNotBlank();
            });
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theBodyFollowsInTheSizeOfTextsWithIndent(Path file) throws IOException {
    assertThat(paragraphs(file))
        .anySatisfy(
            paragraph -> {
              assertThat(paragraph.getText()).contains("{{");
              assertThat(paragraph.getIndentationFirstLine()).isPositive();
              assertThat(size(paragraph)).isEqualTo(BODY_SIZE);
            });
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void lettersNameTheirAddresseeBeforeTheBody(Path file) throws IOException {
    if (LETTERS.contains(file.getFileName().toString())) {
      List<String> texts = paragraphs(file).stream().map(XWPFParagraph::getText).toList();
      assertThat(texts).anySatisfy(text -> assertThat(text).endsWith("："));
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theEndBearsSignatureAndDate(Path file) throws IOException {
    List<String> texts = paragraphs(file).stream().map(XWPFParagraph::getText).toList();
    List<String> end = texts.subList(Math.max(0, texts.size() - 6), texts.size());

    assertThat(end).anySatisfy(text -> assertThat(text).containsPattern("落款|单位名称|签名|起草人|对象"));
    assertThat(texts).anySatisfy(text -> assertThat(text).containsPattern("\\{\\{(会议)?日期}}"));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void thePaperIsA4WithPageNumbers(Path file) throws IOException {
    try (XWPFDocument word = open(file)) {
      var page = word.getDocument().getBody().getSectPr().getPgSz();
      assertThat(List.of(((Number) page.getW()).longValue(), ((Number) page.getH()).longValue()))
          .contains(A4_SHORT_SIDE);
      assertThat(word.getFooterList())
          .anySatisfy(footer -> assertThat(footer._getHdrFtr().xmlText()).contains("PAGE"));
    }
  }

  private static double size(XWPFParagraph paragraph) {
    Double size = paragraph.getRuns().get(0).getFontSizeAsDouble();
    return size == null ? 0 : size;
  }

  private static List<XWPFParagraph> paragraphs(Path file) throws IOException {
    try (XWPFDocument word = open(file)) {
      List<XWPFParagraph> all = new ArrayList<>(word.getParagraphs());
      word.getTables().stream()
          .flatMap(table -> table.getRows().stream())
          .flatMap(row -> row.getTableCells().stream())
          .map(XWPFTableCell::getParagraphs)
          .forEach(cell -> all.addAll(0, cell));
      return all;
    }
  }

  private static XWPFDocument open(Path file) throws IOException {
    return new XWPFDocument(Files.newInputStream(file));
  }
}
