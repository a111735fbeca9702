package org.dangwu.rectification;

import java.util.List;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierFile;
import org.dangwu.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** Files that prove what owners report (佐证材料), kept in the case file, one document an item. */
@Component
class Evidence {

  private static final String TYPE = "rectificationEvidence";

  private final Dossiers dossiers;

  Evidence(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  /** The item's number stands where other documents have the person they are about. */
  static DocumentKey key(RectificationItem item) {
    return DocumentKey.about(item.caseId(), TYPE, item.id());
  }

  /** Oldest first. */
  List<DossierFile> of(RectificationItem item) {
    return dossiers.versions(key(item)).stream()
        .flatMap(version -> version.files().stream())
        .distinct()
        .toList();
  }

  /**
   * @throws org.dangwu.dossier.DossierRefused when the file is refused
   */
  void attach(RectificationItem item, String name, byte[] content, String user) {
    dossiers.attach(key(item), name, content, user);
  }

  byte[] content(DossierFile file, String user) {
    return dossiers.content(file.id(), user);
  }
}
