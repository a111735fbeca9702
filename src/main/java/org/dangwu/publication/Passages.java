package org.dangwu.publication;

import java.util.List;
import java.util.Map;
import org.dangwu.dossier.DocumentCatalogue;
import org.dangwu.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** The sections of a document that say something, as readers see them. */
@Component
public class Passages {

  private final Dossiers dossiers;
  private final DocumentCatalogue catalogue;

  Passages(Dossiers dossiers, DocumentCatalogue catalogue) {
    this.dossiers = dossiers;
    this.catalogue = catalogue;
  }

  public List<Passage> of(String documentType, String documentId, String user) {
    Map<String, String> texts = dossiers.read(documentId, user);
    return catalogue.sections(documentType).stream()
        .filter(section -> !texts.getOrDefault(section.key(), "").isBlank())
        .map(section -> new Passage(section.label(), texts.get(section.key())))
        .toList();
  }

  /** A section of the document. */
  public record Passage(String label, String text) {}
}
