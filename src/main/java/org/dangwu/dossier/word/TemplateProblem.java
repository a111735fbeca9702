package org.dangwu.dossier.word;

/** Why a template cannot be used; carries no content of documents. */
public class TemplateProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String placeholder;

  TemplateProblem(Kind kind, String placeholder, Throwable cause) {
    super(kind + (placeholder == null ? "" : " " + placeholder), cause);
    this.kind = kind;
    this.placeholder = placeholder;
  }

  public Kind kind() {
    return kind;
  }

  /** The placeholder nobody can fill, as it stands in the template; null for other problems. */
  public String placeholder() {
    return placeholder;
  }

  /** What is wrong. */
  public enum Kind {
    /** There is no such file. */
    MISSING,
    /** It is no Word document, or its placeholders are broken. */
    UNREADABLE,
    /** It asks for something that does not exist. */
    UNKNOWN_PLACEHOLDER
  }
}
