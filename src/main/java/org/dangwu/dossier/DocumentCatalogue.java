package org.dangwu.dossier;

import java.util.List;
import java.util.Optional;

/** What documents consist of, read from the tables that process owners edit. */
public interface DocumentCatalogue {

  /** All types named by the table {@code document_types}, in the order of its rows. */
  List<DocumentType> types();

  /** The type, or empty when the table has no row for it. */
  Optional<DocumentType> find(String type);

  /** The sections of a type in the order of the table; empty when it consists of files alone. */
  List<DocumentSection> sections(String type);
}
