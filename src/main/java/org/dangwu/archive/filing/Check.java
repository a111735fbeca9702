package org.dangwu.archive.filing;

/** What is checked of the four properties (四性检测, DA/T 70) before filing. */
enum Check {
  ORIGIN("真实性", "形成者、形成时间清楚"),
  DIGEST("真实性", "重新计算的 SHA-256 与形成时一致"),
  METADATA("完整性", "必备元数据齐全"),
  ATTACHMENTS("完整性", "附件数量与清单一致"),
  FORMAT("可用性", "声明格式与内容相符"),
  READABLE("可用性", "正文可以打开"),
  SECRECY("安全性", "密级标识齐全");

  private final String property;
  private final String label;

  Check(String property, String label) {
    this.property = property;
    this.label = label;
  }

  String property() {
    return property;
  }

  String label() {
    return label;
  }
}
