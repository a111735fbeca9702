package org.dangwu.dossier.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.DefaultResourceLoader;

class WordTemplatesTest {

  private static final Path SHIPPED = Path.of("templates");

  private final WordTemplates templates =
      new WordTemplates(
          new TemplateProperties(SHIPPED.toUri().toString()), new DefaultResourceLoader());

  @TempDir private Path directory;

  static Stream<String> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      return files
          .filter(f -> f.toString().endsWith(".docx"))
          .map(f -> SHIPPED.relativize(f).toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedTemplateTakesAllItsFields(String path) throws Exception {
    Map<String, Object> data = new HashMap<>();
    for (String placeholder : templates.placeholders(path)) {
      data.put(placeholder, "内容之" + placeholder);
    }
    data.computeIfPresent("名册", (name, value) -> roster());
    data.computeIfPresent("整改事项表", (name, value) -> items());
    data.computeIfPresent("评议结果", (name, value) -> ratings());

    String text = text(templates.render(path, data));

    assertThat(data).isNotEmpty();
    data.forEach(
        (name, value) -> {
          if (value instanceof String content) {
            assertThat(text).contains(content);
          }
        });
    assertThat(text).doesNotContain("{{").doesNotContain("[姓名]");
  }

  @Test
  void theSignInSheetHasARowForEveryPersonDue() throws Exception {
    Map<String, Object> data = new HashMap<>();
    for (String placeholder : templates.placeholders("life-meeting/attendance.docx")) {
      data.put(placeholder, "—");
    }
    data.put("名册", roster());

    try (XWPFDocument word = open(templates.render("life-meeting/attendance.docx", data))) {
      assertThat(word.getTables().get(0).getRows()).hasSize(3);
      assertThat(word.getTables().get(0).getRow(2).getCell(1).getText()).isEqualTo("王五");
    }
  }

  @Test
  void theRectificationListHasARowForEveryItem() throws Exception {
    Map<String, Object> data = new HashMap<>();
    for (String placeholder : templates.placeholders("life-meeting/rectification-list.docx")) {
      data.put(placeholder, "—");
    }
    data.put("整改事项表", items());

    try (XWPFDocument word = open(templates.render("life-meeting/rectification-list.docx", data))) {
      assertThat(word.getTables().get(0).getRows()).hasSize(2);
      assertThat(word.getTables().get(0).getRow(1).getTableCells())
          .extracting(cell -> cell.getText())
          .containsExactly("1", "会议多", "减少会议", "合并召开", "赵四", "2026-12-31", "正在整改");
    }
  }

  @Test
  void headingsOfATextStandOutInTheFontOfTheOffice() throws Exception {
    WordText text = new WordText.Builder().heading("一、情况").text("甲\n乙").build();
    write("body.docx", "{{正文}}");

    try (XWPFDocument word = open(external().render("body.docx", Map.of("正文", text)))) {
      assertThat(word.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .containsExactly("一、情况", "甲", "乙");
      assertThat(word.getParagraphs().get(0).getRuns().get(0).getFontFamily()).isEqualTo("黑体");
      assertThat(word.getParagraphs().get(1).getRuns().get(0).getFontFamily()).isNull();
    }
  }

  @Test
  void everyLineBecomesAParagraphThatLooksLikeThePlaceholder() throws Exception {
    write("lines.docx", "前", "{{正文}}", "后");

    try (XWPFDocument word = open(external().render("lines.docx", Map.of("正文", "一\n二\n三")))) {
      assertThat(word.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .containsExactly("前", "一", "二", "三", "后");
      assertThat(word.getParagraphs().get(3).getIndentationFirstLine()).isEqualTo(640);
    }
  }

  @Test
  void whatLooksLikeAPlaceholderInATextStaysText() throws Exception {
    write("plain.docx", "{{正文}}{{日期}}");

    String text =
        text(external().render("plain.docx", Map.of("正文", "{{日期}}<script>&", "日期", "今日")));

    assertThat(text.strip()).isEqualTo("{{日期}}<script>&今日");
  }

  @Test
  void aPlaceholderThatNobodyFillsIsNamed() throws Exception {
    write("wrong.docx", "{{会议地址}}");

    assertThatThrownBy(() -> external().render("wrong.docx", Map.of("会议地点", "三楼")))
        .isInstanceOfSatisfying(
            TemplateProblem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(TemplateProblem.Kind.UNKNOWN_PLACEHOLDER);
              assertThat(problem.placeholder()).isEqualTo("{{会议地址}}");
            });
  }

  @Test
  void aTemplateThatIsNoWordDocumentIsNamedUnreadable() throws Exception {
    Files.writeString(directory.resolve("broken.docx"), "not a document");

    assertThatThrownBy(() -> external().render("broken.docx", Map.of()))
        .isInstanceOfSatisfying(
            TemplateProblem.class,
            problem -> assertThat(problem.kind()).isEqualTo(TemplateProblem.Kind.UNREADABLE));
  }

  @Test
  void templatesAreReadFromTheirDirectoryOnly() {
    assertThatThrownBy(() -> templates.render("../pom.xml", Map.of()))
        .isInstanceOfSatisfying(
            TemplateProblem.class,
            problem -> assertThat(problem.kind()).isEqualTo(TemplateProblem.Kind.MISSING));
  }

  @Test
  void aWatermarkSaysOnEveryPageWhoTookTheDocumentOut() throws Exception {
    write("secret.docx", "正文");

    byte[] marked =
        external().watermarked(Files.readAllBytes(directory.resolve("secret.docx")), "张三 14:03");

    try (XWPFDocument word = open(marked)) {
      assertThat(word.getFooterList()).anyMatch(f -> f.getText().contains("张三 14:03"));
      assertThat(word.getHeaderList())
          .anyMatch(h -> h._getHdrFtr().xmlText().contains("string=\"张三 14:03\""));
    }
  }

  private WordTemplates external() {
    return new WordTemplates(
        new TemplateProperties(directory.toUri().toString()), new DefaultResourceLoader());
  }

  private static List<Map<String, String>> roster() {
    return List.of(
        Map.of("序号", "1", "姓名", "赵四", "职务", "书记"), Map.of("序号", "2", "姓名", "王五", "职务", "委员"));
  }

  private static List<Map<String, String>> ratings() {
    return List.of(
        Map.of(
            "姓名", "赵四", "单位", "青石镇党委", "评议人", "全部", "票数", "9", "好", "5", "较好", "3", "一般", "1", "差",
            "0", "弃权", "0", "加权得分", "88.00"));
  }

  private static List<Map<String, String>> items() {
    return List.of(
        Map.of(
            "序号",
            "1",
            "问题",
            "会议多",
            "目标",
            "减少会议",
            "措施",
            "合并召开",
            "责任人",
            "赵四",
            "期限",
            "2026-12-31",
            "进展",
            "正在整改"));
  }

  private void write(String name, String... paragraphs) throws IOException {
    try (XWPFDocument word = new XWPFDocument();
        var out = Files.newOutputStream(directory.resolve(name))) {
      for (String text : paragraphs) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setIndentationFirstLine(640);
        paragraph.createRun().setText(text);
      }
      word.write(out);
    }
  }

  private static XWPFDocument open(byte[] document) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(document));
  }

  private static String text(byte[] document) throws IOException {
    try (XWPFWordExtractor extractor = new XWPFWordExtractor(open(document))) {
      return extractor.getText();
    }
  }
}
