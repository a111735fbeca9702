package org.dangwu.worksheet;

import java.util.List;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** Files that were uploaded for a matter, kept in the case file. */
@Component
class MatterFiles {

  private final Dossiers dossiers;

  MatterFiles(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  /** Oldest first, without generated documents. */
  List<DossierFile> of(Matters matters, String matterId) {
    return matters.document(matterId).stream()
        .flatMap(key -> dossiers.versions(key).stream())
        .flatMap(version -> version.files().stream())
        .filter(file -> file.kind() == DossierFile.Kind.UPLOAD)
        .distinct()
        .toList();
  }

  /**
   * @throws org.dangwu.dossier.DossierRefused when the file is refused
   */
  void attach(DocumentKey key, String name, byte[] content, String user) {
    dossiers.attach(key, name, content, user);
  }

  byte[] content(DossierFile file, String user) {
    return dossiers.content(file.id(), user);
  }
}
