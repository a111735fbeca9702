package org.dangwu.dossier.redaction;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;

/**
 * A text reduced to what counts when texts are compared: no blanks, no punctuation, one width, one
 * case. Each remaining character knows where it stood.
 */
final class PlainText {

  /** Stands where a usual phrase was taken out, so that no run goes across it. */
  static final char GAP = '\0';

  private final String original;
  private final StringBuilder plain;
  private final int[] positions;

  private PlainText(String original, StringBuilder plain, int[] positions) {
    this.original = original;
    this.plain = plain;
    this.positions = positions;
  }

  static PlainText of(String original) {
    StringBuilder plain = new StringBuilder(original.length());
    int[] positions = new int[original.length() + 16];
    for (int i = 0; i < original.length(); ) {
      int letter = original.codePointAt(i);
      String forms = form(letter);
      for (int k = 0; k < forms.length(); k++) {
        if (plain.length() == positions.length) {
          positions = Arrays.copyOf(positions, positions.length * 2);
        }
        positions[plain.length()] = i;
        plain.append(forms.charAt(k));
      }
      i += Character.charCount(letter);
    }
    return new PlainText(original, plain, positions);
  }

  /** The letters and digits that stand for a character; empty for blanks and punctuation. */
  private static String form(int letter) {
    if (letter >= 0x4E00 && letter <= 0x9FFF) {
      return Character.toString(letter);
    }
    String same = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC);
    StringBuilder letters = new StringBuilder(same.length());
    same.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** Takes usual phrases out; they are given in their plain form, longest first. */
  PlainText without(Collection<String> phrases) {
    for (String phrase : phrases) {
      for (int at = plain.indexOf(phrase);
          at >= 0;
          at = plain.indexOf(phrase, at + phrase.length())) {
        for (int i = at; i < at + phrase.length(); i++) {
          plain.setCharAt(i, GAP);
        }
      }
    }
    return this;
  }

  String text() {
    return plain.toString();
  }

  int length() {
    return plain.length();
  }

  String original() {
    return original;
  }

  /** Where in the original a plain character stood. */
  int position(int index) {
    return positions[index];
  }
}
