package org.dangwu.dossier.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dangwu.dossier.DossierProperties;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.unit.DataSize;

class UploadCheckTest {

  private final UploadCheck check =
      new UploadCheck(new DossierProperties(DataSize.ofMegabytes(20)), new Sentences(messages()));

  @Test
  void takesEveryAllowedKindUnderItsOwnExtension() throws IOException {
    assertThat(check.check("方案.pdf", pdf("")).mediaType()).isEqualTo("application/pdf");
    assertThat(check.check("方案.docx", docx()).mediaType()).contains("wordprocessingml");
    assertThat(check.check("名单.XLSX", xlsx()).mediaType()).contains("spreadsheetml");
    assertThat(check.check("汇报.pptx", pptx()).mediaType()).contains("presentationml");
    assertThat(check.check("公文.ofd", ofd()).mediaType()).isEqualTo("application/ofd");
    assertThat(check.check("照片.jpeg", picture("jpg")).mediaType()).isEqualTo("image/jpeg");
    assertThat(check.check("照片.png", picture("png")).mediaType()).isEqualTo("image/png");
    assertThat(check.check("说明.txt", text("征求意见情况")).mediaType()).isEqualTo("text/plain");
  }

  @Test
  void takesChineseTextInTheOldEncoding() {
    byte[] gbk = "会议情况说明，共三条。".getBytes(Charset.forName("GB18030"));

    assertThat(check.check("说明.txt", gbk).mediaType()).isEqualTo("text/plain");
  }

  @Test
  void refusesAProgramThatCallsItselfPdf() {
    byte[] exe = new byte[512];
    exe[0] = 'M';
    exe[1] = 'Z';

    refused("报告.pdf", exe).hasMessageContaining("与扩展名.pdf不符，请选择正确的文件");
  }

  @Test
  void refusesAWebPageThatCallsItselfPicture() {
    refused("照片.jpg", text("<!DOCTYPE html><html><script>alert(1)</script></html>"))
        .hasMessage("“照片.jpg”的文件内容是网页（HTML），与扩展名.jpg不符，请选择正确的文件。");
  }

  @Test
  void refusesAWebPageThatCallsItselfText() {
    refused("说明.txt", text("会议说明\n<script>alert(1)</script>")).hasMessageContaining("网页（HTML）");
  }

  @Test
  void refusesSvgEvenUnderItsOwnName() {
    refused("图.svg", text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"))
        .hasMessageContaining("SVG 图形，不能上传");
  }

  @Test
  void refusesMacrosUnderAnyName() throws IOException {
    byte[] macro =
        zip(
            Map.of(
                "[Content_Types].xml",
                    "application/vnd.ms-word.document.macroEnabled.main+xml".getBytes(),
                "word/document.xml", new byte[] {1},
                "word/vbaProject.bin", new byte[] {1}));

    refused("方案.docm", macro).hasMessageContaining("含有宏");
    refused("方案.docx", macro).hasMessageContaining("含有宏");
  }

  @Test
  void refusesADocumentThatFetchesItsTemplateFromElsewhere() throws IOException {
    byte[] injected =
        zip(
            Map.of(
                "[Content_Types].xml", (FileKind.DOCX.mediaType() + ".main+xml").getBytes(),
                "word/document.xml", new byte[] {1},
                "word/_rels/settings.xml.rels",
                    "<Relationship Type='x/attachedTemplate' Target='http://x/t.dotm' TargetMode='External'/>"
                        .getBytes()));

    refused("方案.docx", injected).hasMessageContaining("外部模板");
  }

  @Test
  void refusesADocumentThatUnpacksWithoutMeasure() throws IOException {
    byte[] bomb =
        zip(
            Map.of(
                "[Content_Types].xml",
                (FileKind.DOCX.mediaType() + ".main+xml").getBytes(),
                "word/document.xml",
                new byte[60 * 1024 * 1024]));

    assertThat(bomb.length).isLessThan(200_000);
    refused("方案.docx", bomb).hasMessageContaining("解压后异常庞大");
  }

  @Test
  void refusesAnArchiveThatCallsItselfDocument() throws IOException {
    refused("方案.docx", zip(Map.of("a.txt", new byte[] {65})))
        .hasMessage("“方案.docx”的文件内容是压缩包，与扩展名.docx不符，请选择正确的文件。");
  }

  @Test
  void refusesEmptyFiles() {
    refused("空.pdf", new byte[0]).hasMessage("“空.pdf”是空文件，请检查后重新选择。");
  }

  @Test
  void refusesFilesAboveTheLimit() {
    refused("大.txt", new byte[20 * 1024 * 1024 + 1]).hasMessageContaining("超过20 MB");
  }

  @Test
  void refusesLockedAndProgrammedPdf() {
    refused("锁.pdf", pdf("/Encrypt 5 0 R")).hasMessageContaining("已加密");
    refused("脚本.pdf", pdf("/S /JavaScript /JS (app.alert)")).hasMessageContaining("脚本");
  }

  @Test
  void refusesOldOfficeFiles() {
    byte[] ole = new byte[1024];
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(magic, 0, ole, 0, magic.length);

    refused("旧.doc", ole).hasMessageContaining("另存为 docx");
  }

  @Test
  void saysWhichExtensionWouldBeRight() throws IOException {
    refused("照片.pdf", picture("png"))
        .hasMessage("“照片.pdf”的文件内容是PNG 图片，与扩展名.pdf不符，请将扩展名改为 .png，或者选择正确的文件。");
  }

  @Test
  void namesLoseWhatSystemsInterpretAndKeepChinese() {
    assertThat(FileNames.sanitised("../../etc/会议 方案.PDF")).isEqualTo("会议 方案.pdf");
    assertThat(FileNames.sanitised("C:\\temp\\a\"b<script>.pdf")).isEqualTo("a_b_script_.pdf");
    assertThat(FileNames.sanitised("方案\u202Efdp.exe\r\nX: y.pdf")).isEqualTo("方案fdp.exeX_ y.pdf");
    assertThat(FileNames.sanitised("...")).isEqualTo("未命名");
    assertThat(FileNames.sanitised("长".repeat(300) + ".pdf")).hasSize(124);
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(String name, byte[] content) {
    return assertThatThrownBy(() -> check.check(name, content)).isInstanceOf(DossierRefused.class);
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages/dossier");
    messages.setDefaultEncoding("UTF-8");
    return messages;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] pdf(String inside) {
    return ("%PDF-1.4\n1 0 obj<</Type/Catalog "
            + inside
            + ">>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] docx() throws IOException {
    try (XWPFDocument word = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      word.createParagraph().createRun().setText("正文");
      word.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] xlsx() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.createSheet("名单");
      book.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] pptx() throws IOException {
    try (XMLSlideShow show = new XMLSlideShow();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      show.createSlide();
      show.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] ofd() throws IOException {
    return zip(Map.of("OFD.xml", text("<ofd:OFD/>"), "Doc_0/Document.xml", text("<d/>")));
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : new LinkedHashMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
