package org.dangwu.dossier;

import java.util.Arrays;

/** Secrecy label (密级标识). State secrets have no label here: they must not enter the system. */
public enum Secrecy {
  /** 公开. */
  PUBLIC("公开"),
  /** 内部. */
  INTERNAL("内部"),
  /** 工作秘密. */
  WORK_SECRET("工作秘密");

  private final String label;

  Secrecy(String label) {
    this.label = label;
  }

  /** The Chinese label as printed on documents. */
  public String label() {
    return label;
  }

  /**
   * Reads the label a process owner wrote in {@code document_types}: the Chinese word or the name.
   *
   * @throws IllegalArgumentException when it is none of the three
   */
  public static Secrecy of(String text) {
    return Arrays.stream(values())
        .filter(s -> s.label.equals(text) || s.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("密级标识“" + text + "”无效，只能填写：公开、内部、工作秘密。"));
  }
}
