package org.dangwu.memberreview.roster;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** Puts each change on record in the case file (评议名册变动登记). */
@Component
class RosterPapers {

  private static final String TYPE = "rosterChange";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final Dossiers dossiers;

  RosterPapers(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  void write(RosterRequest request, RosterRow row, String user) {
    DocumentKey key = DocumentKey.about(request.caseId(), TYPE, request.personId());
    String change =
        "%s：%s，自%s起。名册第%d号变动：%s。"
            .formatted(
                row.name(),
                request.kind().label(),
                DAY.format(request.effectiveOn()),
                row.snapshot() - 1,
                row.verdict().reason());
    dossiers.write(key, Map.of("change", change, "reason", request.reference()), user);
    dossiers.finish(key, user);
  }
}
