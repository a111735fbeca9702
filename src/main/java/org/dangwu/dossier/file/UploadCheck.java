package org.dangwu.dossier.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.dangwu.dossier.DossierProperties;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.springframework.stereotype.Component;

/**
 * Takes only files of the allowed kinds, recognised by their content; the extension must say the
 * same. Refuses what can run, what is locked, and what unpacks without measure.
 */
@Component
public class UploadCheck {

  private static final Map<String, String> OTHER_LABELS =
      Map.ofEntries(
          Map.entry("text/html", "网页（HTML）"),
          Map.entry("application/xhtml+xml", "网页（HTML）"),
          Map.entry("image/svg+xml", "SVG 图形"),
          Map.entry("application/xml", "XML 文件"),
          Map.entry("application/zip", "压缩包"),
          Map.entry("application/x-rar-compressed", "压缩包"),
          Map.entry("application/x-7z-compressed", "压缩包"),
          Map.entry("application/gzip", "压缩包"),
          Map.entry("application/x-msdownload", "可执行程序"),
          Map.entry("application/x-dosexec", "可执行程序"),
          Map.entry("application/x-executable", "可执行程序"),
          Map.entry("application/x-elf", "可执行程序"),
          Map.entry("application/x-sharedlib", "可执行程序"),
          Map.entry("application/java-archive", "可执行程序"),
          Map.entry("application/x-sh", "脚本程序"),
          Map.entry("application/x-bat", "脚本程序"),
          Map.entry("application/javascript", "脚本程序"),
          Map.entry("text/javascript", "脚本程序"),
          Map.entry("text/x-php", "脚本程序"),
          Map.entry("text/x-python", "脚本程序"),
          Map.entry("application/rtf", "RTF 文档"),
          Map.entry("image/gif", "GIF 图片"),
          Map.entry("image/bmp", "BMP 图片"),
          Map.entry("message/rfc822", "邮件"));

  private static final Pattern MARKUP =
      Pattern.compile("<\\s*(!doctype|html|script|body|iframe|svg|head|meta|img)\\b");
  private static final long MOST_PIXELS = 100_000_000L;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final DossierProperties properties;
  private final Sentences sentences;
  private final Detector detector;

  UploadCheck(DossierProperties properties, Sentences sentences) {
    this.properties = properties;
    this.sentences = sentences;
    try {
      this.detector = new TikaConfig().getDetector();
    } catch (TikaException | IOException e) {
      throw new IllegalStateException("The detector of media types could not be loaded", e);
    }
  }

  /**
   * The file under a harmless name.
   *
   * @throws DossierRefused with a sentence that says what it is and what to do
   */
  public CheckedUpload check(String fileName, byte[] content) {
    String name = FileNames.sanitised(fileName);
    if (content.length == 0) {
      throw refused("upload.empty", name);
    }
    if (content.length > properties.maxUpload().toBytes()) {
      throw refused("upload.tooLarge", name, String.valueOf(maxMegabytes()));
    }
    String extension = FileNames.extension(name);
    FileKind kind = kind(name, extension, content);
    if (!kind.hasExtension(extension)) {
      throw refused("upload.mismatch", name, kind.label(), shown(extension), kind.extension());
    }
    return new CheckedUpload(name, kind.mediaType(), content);
  }

  /** The limit in megabytes, for the page. */
  public long maxMegabytes() {
    return properties.maxUpload().toMegabytes();
  }

  private FileKind kind(String name, String extension, byte[] content) {
    String found = detect(content);
    return switch (found) {
      case "application/pdf" -> pdf(name, content);
      case "image/jpeg" -> picture(name, content, FileKind.JPG);
      case "image/png" -> picture(name, content, FileKind.PNG);
      case "application/x-tika-msoffice", "application/x-ole-storage", "application/msword" ->
          throw refused("upload.oldOffice", name);
      case "text/plain" -> text(name, extension, content);
      default -> {
        if (isZip(content)) {
          yield zipped(name, extension, content);
        }
        // Chinese in the old encoding looks like nothing known.
        if (found.equals("application/octet-stream") && FileKind.TXT.hasExtension(extension)) {
          yield text(name, extension, content);
        }
        throw other(name, extension, found);
      }
    };
  }

  private String detect(byte[] content) {
    try (TikaInputStream in = TikaInputStream.get(content)) {
      return detector.detect(in, new Metadata()).getBaseType().toString();
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory could not be read", e);
    }
  }

  private FileKind pdf(String name, byte[] content) {
    String whole = new String(content, StandardCharsets.ISO_8859_1);
    if (!whole.startsWith("%PDF-") || whole.lastIndexOf("%%EOF") < whole.length() - 2048) {
      throw refused("upload.damaged", name, FileKind.PDF.label());
    }
    if (whole.contains("/Encrypt")) {
      throw refused("upload.encrypted", name);
    }
    if (whole.contains("/JavaScript") || whole.contains("/Launch")) {
      throw refused("upload.programs", name);
    }
    return FileKind.PDF;
  }

  private FileKind picture(String name, byte[] content, FileKind kind) {
    long pixels;
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw refused("upload.damaged", name, kind.label());
      }
      ImageReader reader = readers.next();
      reader.setInput(in, true, true);
      pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      reader.dispose();
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw refused("upload.damaged", name, kind.label());
    }
    if (pixels > MOST_PIXELS) {
      throw refused("upload.tooManyPixels", name);
    }
    return kind;
  }

  private FileKind zipped(String name, String extension, byte[] content) {
    ZipStructure zip;
    try {
      zip = ZipStructure.of(content);
    } catch (ZipStructure.TooLarge e) {
      throw refused("upload.bomb", name);
    } catch (IOException | IllegalArgumentException e) {
      String label = FileKind.ofExtension(extension).map(FileKind::label).orElse("压缩格式的文件");
      throw refused("upload.damaged", name, label);
    }
    if (zip.carriesPrograms()) {
      throw refused("upload.programs", name);
    }
    if (zip.fetchesFromElsewhere()) {
      throw refused("upload.external", name);
    }
    String otherwise =
        zip.has("meta-inf/manifest.mf") ? "application/java-archive" : "application/zip";
    return packed(zip).orElseThrow(() -> other(name, extension, otherwise));
  }

  private static Optional<FileKind> packed(ZipStructure zip) {
    String types = zip.contentTypes();
    if (types.contains(FileKind.DOCX.mediaType() + ".main+xml") && zip.has("word/document.xml")) {
      return Optional.of(FileKind.DOCX);
    }
    if (types.contains(FileKind.XLSX.mediaType() + ".main+xml") && zip.has("xl/workbook.xml")) {
      return Optional.of(FileKind.XLSX);
    }
    if (types.contains(FileKind.PPTX.mediaType() + ".main+xml")
        && zip.has("ppt/presentation.xml")) {
      return Optional.of(FileKind.PPTX);
    }
    return zip.has("ofd.xml") && types.isEmpty() ? Optional.of(FileKind.OFD) : Optional.empty();
  }

  /** Chinese plain text is UTF-8 or GB 18030; anything else in it is not text. */
  private FileKind text(String name, String extension, byte[] content) {
    String text =
        decoded(content, StandardCharsets.UTF_8)
            .or(() -> decoded(content, GB18030))
            .orElseThrow(() -> other(name, extension, "application/octet-stream"));
    String start = text.substring(0, Math.min(text.length(), 4096)).toLowerCase(Locale.ROOT);
    if (MARKUP.matcher(start).find()) {
      throw other(name, extension, "text/html");
    }
    if (start.startsWith("#!")) {
      throw other(name, extension, "application/x-sh");
    }
    if (text.codePoints().anyMatch(UploadCheck::isControl)) {
      throw other(name, extension, "application/octet-stream");
    }
    return FileKind.TXT;
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && "\n\r\t\f".indexOf(c) < 0;
  }

  private static Optional<String> decoded(byte[] content, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isZip(byte[] content) {
    return content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3;
  }

  private DossierRefused other(String name, String extension, String mediaType) {
    String label = OTHER_LABELS.getOrDefault(mediaType, "不受支持的格式");
    return FileKind.ofExtension(extension).isPresent()
        ? refused("upload.notWhatItSays", name, label, shown(extension))
        : refused("upload.notAllowed", name, label);
  }

  private static String shown(String extension) {
    return extension.isEmpty() ? "（无）" : "." + extension;
  }

  private DossierRefused refused(String key, String... arguments) {
    return new DossierRefused(sentences.say(key, (Object[]) arguments));
  }
}
