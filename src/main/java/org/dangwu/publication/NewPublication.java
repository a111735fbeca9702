package org.dangwu.publication;

import java.time.LocalDate;
import java.util.Objects;
import org.dangwu.dossier.DossierDocument;

/**
 * What is to be made known.
 *
 * @param organization who makes it known
 * @param kind what readers see it called, such as 通报
 * @param title what readers see as its title
 * @param readership who may read it
 * @param remarksUntil last day for remarks, or null when there are none
 * @param publishedBy user id
 */
public record NewPublication(
    DossierDocument document,
    String organization,
    String kind,
    String title,
    Readership readership,
    LocalDate remarksUntil,
    String publishedBy) {

  public NewPublication {
    Objects.requireNonNull(readership, "readership");
  }

  /** Under the document's own title, without remarks. */
  public static NewPublication of(
      DossierDocument document,
      String organization,
      String kind,
      Readership readership,
      String publishedBy) {
    return new NewPublication(
        document, organization, kind, document.title(), readership, null, publishedBy);
  }
}
