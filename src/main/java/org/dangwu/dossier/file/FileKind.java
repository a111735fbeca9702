package org.dangwu.dossier.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of files that may be filed: readable for a long time and unable to run anything. */
enum FileKind {
  PDF("PDF 文件", "application/pdf", "pdf"),
  DOCX(
      "Word 文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("Excel 表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  PPTX(
      "PowerPoint 演示文稿",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "pptx"),
  OFD("OFD 版式文件", "application/ofd", "ofd"),
  JPG("JPEG 图片", "image/jpeg", "jpg", "jpeg"),
  PNG("PNG 图片", "image/png", "png"),
  TXT("纯文本", "text/plain", "txt");

  private final String label;
  private final String mediaType;
  private final List<String> extensions;

  FileKind(String label, String mediaType, String... extensions) {
    this.label = label;
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  String label() {
    return label;
  }

  String mediaType() {
    return mediaType;
  }

  /** The usual extension, without dot. */
  String extension() {
    return extensions.get(0);
  }

  boolean hasExtension(String extension) {
    return extensions.contains(extension);
  }

  static Optional<FileKind> ofExtension(String extension) {
    return Arrays.stream(values()).filter(kind -> kind.hasExtension(extension)).findFirst();
  }
}
