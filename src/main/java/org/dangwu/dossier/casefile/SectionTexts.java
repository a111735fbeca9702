package org.dangwu.dossier.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.dangwu.dossier.DocumentSection;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.Sentences;
import org.springframework.stereotype.Component;

/** Checks and tidies what was typed into a section. */
@Component
class SectionTexts {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private final Sentences sentences;

  SectionTexts(Sentences sentences) {
    this.sentences = sentences;
  }

  /**
   * The text as it is stored.
   *
   * @throws DossierRefused when it is too long or no date or number
   */
  String checked(DocumentSection section, String typed) {
    String text = tidy(typed == null ? "" : typed);
    if (section.kind() != DocumentSection.Kind.TEXT) {
      text = text.replace('\n', ' ').strip();
    }
    int length = text.codePointCount(0, text.length());
    if (length > section.maxLength()) {
      throw new DossierRefused(
          sentences.say(
              "text.tooLong",
              section.label(),
              String.valueOf(section.maxLength()),
              String.valueOf(length - section.maxLength())));
    }
    if (!text.isEmpty()) {
      switch (section.kind()) {
        case DATE -> checkDate(section, text);
        case NUMBER -> checkNumber(section, text);
        default -> {}
      }
    }
    return text;
  }

  private void checkDate(DocumentSection section, String text) {
    try {
      LocalDate.parse(text, DAY);
    } catch (DateTimeParseException e) {
      throw new DossierRefused(sentences.say("text.noDate", section.label()));
    }
  }

  private void checkNumber(DocumentSection section, String text) {
    try {
      new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new DossierRefused(sentences.say("text.noNumber", section.label()));
    }
  }

  /** One kind of line end, and no control characters, which PostgreSQL and Word cannot hold. */
  private static String tidy(String typed) {
    StringBuilder tidy = new StringBuilder(typed.length());
    String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
    lines
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !isUnprintable(c))
        .forEach(tidy::appendCodePoint);
    return tidy.toString();
  }

  private static boolean isUnprintable(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE
        || c == 0xFFFE
        || c == 0xFFFF;
  }
}
