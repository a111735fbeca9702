package org.dangwu.worksheet;

import java.util.List;
import java.util.Map;
import org.dangwu.dossier.DossierFile;

/**
 * All that the pages show of a matter to a person who may read it.
 *
 * @param names of those who wrote the records, by user id
 */
public record MatterView(
    String process,
    String matterId,
    Overview overview,
    List<SheetRecord> records,
    List<DossierFile> files,
    Map<String, String> names) {

  public String name(String id) {
    return names.getOrDefault(id, id);
  }
}
